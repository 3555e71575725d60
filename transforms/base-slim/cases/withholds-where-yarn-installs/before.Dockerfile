FROM node:22-bookworm
WORKDIR /app
COPY package.json yarn.lock ./
RUN yarn install --frozen-lockfile
COPY server.js .
CMD ["yarn", "start"]
