FROM node:22 AS build
WORKDIR /app
COPY . .
RUN npm ci

FROM node:22-bookworm-slim
COPY --from=build /app/dist /app/node_modules /srv/
CMD ["node", "/srv/index.js"]
