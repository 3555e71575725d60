FROM node:22-slim
WORKDIR /shop
COPY . .
RUN corepack enable && pnpm install --frozen-lockfile
CMD ["node", "packages/api/index.js"]
