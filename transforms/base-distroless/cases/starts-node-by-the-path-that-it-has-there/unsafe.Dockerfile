FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package*.json ./
RUN npm ci --omit=dev
COPY src src

FROM gcr.io/distroless/nodejs22-debian13
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app /app
USER 1000
ENTRYPOINT ["/nodejs/bin/node", "--enable-source-maps", "src/main.js"]
CMD ["--port", "8080"]
