FROM debian:bookworm
RUN apt-get update && apt-get install -y curl
COPY start.sh /usr/local/bin/
RUN rm -rf /var/lib/apt/lists/*
CMD ["start.sh"]
