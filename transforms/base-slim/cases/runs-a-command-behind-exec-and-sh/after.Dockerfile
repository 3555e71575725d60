FROM node:22-bookworm-slim
WORKDIR /app
COPY server.js .
ENTRYPOINT ["sh", "-c", "exec node server.js"]
