FROM node:22-bookworm-slim
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY *.js [l]ib ./
CMD ["node", "server.js"]
