FROM node:20-bookworm

COPY --chown=node:node . /app

USER node
CMD ["node", "/app/index.js"]
