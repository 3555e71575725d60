FROM debian:bookworm
WORKDIR /app
add release.tar.xz /app/
RUN set -e && ./install
