FROM debian:bookworm
RUN mkdir -p /build && curl -fsSLo /build/base.tar https://example.com/base.tar
COPY extra /build/extra
RUN rm -rf /build
