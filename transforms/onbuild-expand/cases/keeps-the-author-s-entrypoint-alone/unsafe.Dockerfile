# the shop
FROM node:5
WORKDIR /usr/src/app
COPY package.json /usr/src/app/
RUN npm install
COPY . /usr/src/app
# starts it
ENTRYPOINT ["node", "shop.js"]
