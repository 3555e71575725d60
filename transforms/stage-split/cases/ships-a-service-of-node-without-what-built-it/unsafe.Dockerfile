FROM node:20-bookworm AS build

WORKDIR /app

COPY package*.json ./
RUN npm ci

COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM node:20-bookworm-slim
WORKDIR /app
COPY --from=build /app /app

ENV NODE_ENV=production
EXPOSE 3000
# No shell in between: signals reach it.
CMD ["node", "dist/main.js"]
