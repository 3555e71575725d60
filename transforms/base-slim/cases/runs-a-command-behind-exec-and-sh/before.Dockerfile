FROM node:22-bookworm
WORKDIR /app
COPY server.js .
ENTRYPOINT ["sh", "-c", "exec node server.js"]
