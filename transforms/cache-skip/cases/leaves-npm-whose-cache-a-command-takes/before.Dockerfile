FROM node:20
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci && cp -r ~/.npm /seed
CMD ["node", "server.js"]
