FROM node:20-bookworm

COPY . /app

RUN chown -R node:node /app

USER node
CMD ["node", "/app/index.js"]
