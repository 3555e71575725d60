FROM node:22-slim
RUN pnpm install --frozen-lockfile
RUN pnpm install --prod --offline
