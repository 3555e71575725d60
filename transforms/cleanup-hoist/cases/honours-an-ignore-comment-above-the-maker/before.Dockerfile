FROM debian:bookworm
# dfslim ignore=cleanup-hoist
RUN apt-get update && apt-get install -y curl
RUN rm -rf /var/lib/apt/lists/*
