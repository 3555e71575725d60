FROM node:22

COPY . /usr/src/app
RUN set -ex \
    && chown -R node:node /usr/src/app \
    && :

USER node
WORKDIR /usr/src/app
CMD ["node", "server.js"]
