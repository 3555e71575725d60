FROM node:22-alpine AS build
WORKDIR /app
COPY . .
# The server alone is built here.
RUN cd server && npm ci && npm run build
RUN cd /app/server && npm prune --omit=dev

FROM node:22-alpine
COPY --from=build /app /app
WORKDIR /app/server
STOPSIGNAL SIGINT
CMD ["node", "dist/main.js"]
