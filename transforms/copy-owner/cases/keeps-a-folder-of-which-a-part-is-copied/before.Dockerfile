FROM debian:bookworm
COPY rootfs /
COPY app /app
RUN chown -R 1000:1000 /app
