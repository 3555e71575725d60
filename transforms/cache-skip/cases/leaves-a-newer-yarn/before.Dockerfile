FROM node:20-alpine
COPY package.json yarn.lock .yarnrc.yml ./
RUN yarn install --immutable
