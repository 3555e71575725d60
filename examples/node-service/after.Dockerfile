FROM node:20-bookworm-slim

ENV NODE_ENV=production
WORKDIR /app

# Dependencies first: they change less often than the code
COPY package.json package-lock.json ./
RUN npm ci --omit=dev \
    && npm cache clean --force

COPY index.js ./

USER node
EXPOSE 3000
CMD ["node", "index.js"]
