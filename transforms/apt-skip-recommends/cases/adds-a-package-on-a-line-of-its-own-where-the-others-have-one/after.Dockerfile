FROM debian:bookworm
RUN apt-get update && apt-get install --no-install-recommends -y \
        bzip2 \
        wget \
        ca-certificates \
    && rm -rf /var/lib/apt/lists/*
