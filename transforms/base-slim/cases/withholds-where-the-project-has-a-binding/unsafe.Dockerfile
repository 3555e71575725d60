FROM node:22-bookworm-slim
WORKDIR /app
COPY . .
RUN apt-get update \
    && apt-get install -y --no-install-recommends g++ make python3 \
    && npm ci \
    && apt-get purge -y --auto-remove g++ make python3 \
    && rm -rf /var/lib/apt/lists/*
CMD ["node", "server.js"]
