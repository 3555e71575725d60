FROM node:22-bookworm-slim
WORKDIR /app
COPY . .
RUN npm ci
RUN npm run build
RUN npm prune --omit=dev && npm cache clean --force
CMD ["node", "dist/server.js"]
