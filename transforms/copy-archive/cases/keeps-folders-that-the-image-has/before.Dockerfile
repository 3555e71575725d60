FROM debian:bookworm
COPY overlay.tar.gz /tmp/
RUN tar xzf /tmp/overlay.tar.gz -C / && rm /tmp/overlay.tar.gz
