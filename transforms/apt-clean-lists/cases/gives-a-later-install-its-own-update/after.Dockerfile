FROM debian:bookworm
RUN apt-get update && apt-get install -y curl \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
RUN mkdir logs && apt-get update \
    && apt-get install -y jq && jq --version \
    && rm -rf /var/lib/apt/lists/*
