FROM node:20-bookworm

WORKDIR /srv/api

COPY package.json package-lock.json ./
RUN npm ci \
    && npm cache clean --force

COPY tsconfig.json ./
COPY src/ src/
RUN npm run build

ENV NODE_ENV=production
EXPOSE 3000
USER node
CMD ["node", "dist/server.js"]
