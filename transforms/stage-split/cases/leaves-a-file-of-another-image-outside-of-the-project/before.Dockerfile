FROM node:20
WORKDIR /app
COPY --from=ghcr.io/example/tls:2 /certs /etc/tls
COPY . .
RUN npm ci && npm run build
CMD ["node", "dist/main.js"]
