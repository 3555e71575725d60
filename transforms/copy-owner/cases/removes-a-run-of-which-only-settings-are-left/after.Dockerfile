FROM node:22

COPY --chown=node:node . /usr/src/app

USER node
WORKDIR /usr/src/app
CMD ["node", "server.js"]
