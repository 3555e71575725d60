FROM node:22-alpine AS build
WORKDIR /app
COPY . .
RUN npm ci

FROM node:22-slim
WORKDIR /app
COPY --from=build /app .
CMD ["node", "main.js"]
