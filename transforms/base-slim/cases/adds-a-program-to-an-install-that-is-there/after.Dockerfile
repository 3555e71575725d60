FROM node:22-bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends jq ca-certificates curl \
    && rm -rf /var/lib/apt/lists/*
RUN curl -fsSLo /etc/words https://example.com/words
CMD ["node", "--version"]
