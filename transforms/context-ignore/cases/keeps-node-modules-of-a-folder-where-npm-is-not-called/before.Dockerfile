FROM node:22-slim
COPY . /shop
WORKDIR /shop/web
RUN npm ci
WORKDIR /shop
CMD ["node", "gateway.js"]
