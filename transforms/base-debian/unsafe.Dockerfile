FROM debian:bookworm-slim
# Fetches the feeds that are named in /feeds.
RUN apt-get update && apt-get install -y --no-install-recommends \
    ca-certificates \
    curl \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /feeds
ENTRYPOINT ["curl", "--fail", "--remote-name-all"]
