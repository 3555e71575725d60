FROM node:22-bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl \
    && rm -rf /var/lib/apt/lists/*
# The health check asks over the network.
HEALTHCHECK CMD curl -f http://localhost:8080/ || exit 1
CMD ["node", "--version"]
