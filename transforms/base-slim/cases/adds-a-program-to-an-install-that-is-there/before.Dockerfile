FROM node:22-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends jq \
    && rm -rf /var/lib/apt/lists/*
RUN curl -fsSLo /etc/words https://example.com/words
CMD ["node", "--version"]
