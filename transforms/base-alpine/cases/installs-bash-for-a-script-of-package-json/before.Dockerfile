FROM node:22
WORKDIR /app
COPY package.json server.js ./
CMD ["npm", "start"]
