FROM node:20-bookworm
WORKDIR /app
COPY package.json .
RUN npm install
COPY . .
RUN chown -R node:node /app
