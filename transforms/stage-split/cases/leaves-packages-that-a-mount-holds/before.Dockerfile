# syntax=docker/dockerfile:1
FROM node:22-alpine
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=/app/node_modules npm ci && npm run build
RUN npm ci --omit=dev
CMD ["node", "dist/main.js"]
