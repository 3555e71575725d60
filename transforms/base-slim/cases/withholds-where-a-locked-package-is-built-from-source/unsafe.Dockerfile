FROM node:22-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN apt-get update \
    && apt-get install -y --no-install-recommends g++ make python3 \
    && npm install \
    && apt-get purge -y --auto-remove g++ make python3 \
    && rm -rf /var/lib/apt/lists/*
COPY server.js .
CMD ["node", "server.js"]
