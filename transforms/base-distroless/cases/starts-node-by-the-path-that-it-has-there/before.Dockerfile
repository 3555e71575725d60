FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package*.json ./
RUN npm ci --omit=dev
COPY src src

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app /app
USER 1000
ENTRYPOINT ["node", "--enable-source-maps", "src/main.js"]
CMD ["--port", "8080"]
