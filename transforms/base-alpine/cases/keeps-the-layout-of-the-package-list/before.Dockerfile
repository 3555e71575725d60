FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      # Talks to the registry
      ca-certificates \
      curl \
      apt-utils \
      # Reads its answers
      jq \
 && rm -rf /var/lib/apt/lists/* /tmp/*
CMD ["jq", "--version"]
