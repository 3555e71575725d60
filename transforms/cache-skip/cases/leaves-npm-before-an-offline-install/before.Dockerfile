FROM node:20
COPY package.json package-lock.json ./
RUN npm ci
WORKDIR /tools
RUN npm install --offline eslint
