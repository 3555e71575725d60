FROM node:22-slim
RUN corepack enable
COPY package.json pnpm-lock.yaml ./
RUN pnpm install --frozen-lockfile --prod \
    && rm -rf ~/.cache/pnpm
CMD ["node", "index.js"]
