FROM node:fermium-alpine AS build
RUN npm install -g pm2@5
WORKDIR /app
COPY . .
RUN npm install && npm run build
RUN npm prune --production

FROM node:fermium-alpine
RUN npm install -g pm2@5
WORKDIR /app
COPY --from=build /app /app
EXPOSE 3000
CMD ["pm2-runtime", "ecosystem.config.js"]
