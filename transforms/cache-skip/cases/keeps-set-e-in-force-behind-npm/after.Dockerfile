FROM node:20-slim
RUN set -ex; \
    npm ci; \
    npm cache clean --force; \
    npm run build
