FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl xz-utils

# The player, from its own archive.
RUN curl -fsSLo /tmp/player.tar.xz https://example.com/player-2.1.tar.xz \
    && tar -xf /tmp/player.tar.xz -C /opt
COPY player.conf /etc/player.conf

# Keep the image small.
RUN apt-get clean && rm -rf /var/lib/apt/lists/* /tmp/player.tar.xz
CMD ["/opt/player/bin/player"]
