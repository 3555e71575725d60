FROM node:22-bookworm
WORKDIR /app
COPY . .
RUN rm package-lock.json && npm install
CMD ["node", "server.js"]
