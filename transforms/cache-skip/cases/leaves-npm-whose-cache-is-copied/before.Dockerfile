FROM node:20 AS base
RUN npm ci
FROM base
RUN npm install -g pm2
COPY --from=base /root/.npm /root/.npm
