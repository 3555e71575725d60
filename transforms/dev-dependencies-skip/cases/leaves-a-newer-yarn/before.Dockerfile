FROM node:22
WORKDIR /app
COPY package.json yarn.lock ./
RUN yarn install
CMD ["node", "app.js"]
