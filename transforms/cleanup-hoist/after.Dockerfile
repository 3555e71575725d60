FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl xz-utils \
    # Keep the image small.
    && apt-get clean \
    && rm -rf /var/lib/apt/lists/*

# The player, from its own archive.
RUN curl -fsSLo /tmp/player.tar.xz https://example.com/player-2.1.tar.xz \
    && tar -xf /tmp/player.tar.xz -C /opt \
    && rm -rf /tmp/player.tar.xz
COPY player.conf /etc/player.conf

CMD ["/opt/player/bin/player"]
