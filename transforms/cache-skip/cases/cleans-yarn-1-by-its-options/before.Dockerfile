FROM node:20-alpine
RUN yarn --production && \
    yarn global add pm2
