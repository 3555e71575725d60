FROM node:14-buster-slim AS build
RUN groupadd --system web && useradd --system --gid web web
WORKDIR /home/web/shop
COPY --chown=web:web . .
RUN npm install && npm run build && npm cache clean --force
RUN npm prune --production

FROM node:14-buster-slim
RUN groupadd --system web && useradd --system --gid web web
WORKDIR /home/web/shop
COPY --from=build --chown=web:web /home/web/shop /home/web/shop
USER web
CMD npm start
