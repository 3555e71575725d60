FROM oven/bun:1.2
COPY package.json bun.lock ./
RUN bun install --production
CMD ["bun", "src/index.ts"]
