FROM node:20-bookworm-slim
WORKDIR /app
COPY . .
RUN apt-get update && apt-get install -y --no-install-recommends \
      # node-gyp
      python3 make g++ \
      # signals
      dumb-init && \
    npm ci && npm run build
EXPOSE 3000
CMD ["dumb-init", "node", "dist/main.js"]
