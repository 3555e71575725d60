FROM node:lts-alpine AS builder
RUN apk add --no-cache git && npm install -g pnpm
WORKDIR /app
COPY . .
RUN pnpm install && pnpm build
EXPOSE 4173
USER node
HEALTHCHECK CMD wget -qO- http://localhost:4173/
CMD npx serve dist -p 4173
