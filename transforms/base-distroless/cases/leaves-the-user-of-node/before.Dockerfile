FROM node:22 AS build
WORKDIR /app
COPY . .
RUN npm ci

FROM node:22-slim
WORKDIR /app
COPY --from=build /app .
USER node
CMD ["node", "main.js"]
