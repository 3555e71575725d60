FROM debian:bookworm
RUN apt-get update && apt-get install -y curl; exit 0
RUN rm -rf /var/lib/apt/lists/*
