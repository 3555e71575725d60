FROM node:20-slim
RUN set -ex; \
    npm ci; \
    npm run build
