FROM debian:bookworm
RUN apt-get update && apt-get install -y \
        bzip2 \
        wget \
    && rm -rf /var/lib/apt/lists/*
