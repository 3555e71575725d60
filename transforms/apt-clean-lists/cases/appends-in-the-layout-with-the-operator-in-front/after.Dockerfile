FROM ubuntu:24.04
RUN apt-get update \
 && apt-get install -y \
      # for the health check
      curl \
      jq \
 && rm -rf /var/lib/apt/lists/*
