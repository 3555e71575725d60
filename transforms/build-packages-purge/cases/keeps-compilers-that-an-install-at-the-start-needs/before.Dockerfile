FROM node:20-alpine
RUN apk add --no-cache build-base python3 && npm install -g node-gyp
CMD npm install && npm start
