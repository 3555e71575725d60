FROM node:20-bookworm
WORKDIR /app
COPY --chown=node:node . .
RUN chown node:node .
USER node
