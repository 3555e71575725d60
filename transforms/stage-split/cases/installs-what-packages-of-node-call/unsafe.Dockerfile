FROM node:20-bookworm as build
WORKDIR /usr/src/app
COPY package.json package-lock.json ./
RUN npm ci --legacy-peer-deps
COPY . ./
RUN npm run build
RUN npm prune --omit=dev --legacy-peer-deps

FROM node:20-bookworm-slim as api
RUN apt-get update \
    && apt-get install -y --no-install-recommends openssl \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /usr/src/app
COPY --from=build /usr/src/app /usr/src/app
CMD node dist/main.js
