FROM node:22-alpine
WORKDIR /app
COPY . .
# The server alone is built here.
RUN cd server && npm ci && npm run build
WORKDIR /app/server
STOPSIGNAL SIGINT
CMD ["node", "dist/main.js"]
