# syntax=docker/dockerfile:1.4
FROM debian:bookworm-slim
COPY . /app
RUN chown -R www-data:www-data /app && chmod -R 0750 /app
