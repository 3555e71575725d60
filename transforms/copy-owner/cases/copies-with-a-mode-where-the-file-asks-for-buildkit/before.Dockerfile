# syntax=docker/dockerfile:1
FROM debian:bookworm-slim
COPY scripts /app/scripts
COPY etc /app/etc
RUN chmod -R 755 /app
