FROM node:20-bookworm
WORKDIR /app
COPY . .
RUN chown -R node:node .
USER node
