FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN apt-get update && apt-get install -y --no-install-recommends \
      # node-gyp
      python3 make g++ \
      # signals
      dumb-init && \
    npm ci && npm run build
RUN npm prune --omit=dev

FROM node:20-bookworm-slim
WORKDIR /app
RUN apt-get update && apt-get install -y --no-install-recommends \
      dumb-init
COPY --from=build /app /app
EXPOSE 3000
CMD ["dumb-init", "node", "dist/main.js"]
