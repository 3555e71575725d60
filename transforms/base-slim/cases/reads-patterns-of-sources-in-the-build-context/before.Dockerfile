FROM node:22-bookworm
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY *.js [l]ib ./
CMD ["node", "server.js"]
