FROM node:20 AS build

WORKDIR /app

COPY package.json package-lock.json ./
RUN npm ci

COPY . .
RUN npm run build

FROM node:20-alpine
WORKDIR /app
COPY --from=build /app/dist /app/dist

# From here on it is a folder of files
RUN npm install -g serve@14 \
    && npm cache clean --force
EXPOSE 3000
CMD ["serve", "-s", "dist"]
