FROM node:14-buster-slim
RUN groupadd --system web && useradd --system --gid web web
WORKDIR /home/web/shop
COPY --chown=web:web . .
RUN npm install && npm run build && npm cache clean --force
USER web
CMD npm start
