FROM debian:bookworm
WORKDIR /app
copy release.tar.xz .
RUN set -e && tar --extract --xz --file release.tar.xz && rm release.tar.xz && ./install
