# syntax=docker/dockerfile:1.4
FROM debian:bookworm-slim
COPY --chown=www-data:www-data --chmod=0750 . /app
RUN chmod 0750 /app
