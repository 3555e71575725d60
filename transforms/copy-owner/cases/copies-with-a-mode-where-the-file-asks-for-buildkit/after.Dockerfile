# syntax=docker/dockerfile:1
FROM debian:bookworm-slim
COPY --chmod=755 scripts /app/scripts
COPY --chmod=755 etc /app/etc
RUN chmod 755 /app
