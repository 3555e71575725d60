FROM debian:bookworm
RUN apt-get update && apt-get install -y curl
COPY start.sh /
RUN rm -rf /var/lib/apt/lists/*
CMD ["/start.sh"]
