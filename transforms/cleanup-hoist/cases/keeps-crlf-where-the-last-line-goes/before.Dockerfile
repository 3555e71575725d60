FROM debian:bookworm
RUN apt-get update && \
    apt-get install -y curl
COPY a /a
RUN rm -rf /var/lib/apt/lists/*