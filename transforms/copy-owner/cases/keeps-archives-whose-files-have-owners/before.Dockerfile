FROM debian:bookworm
ADD release.tar.gz /app
RUN chown -R 1000:1000 /app
