# syntax=docker/dockerfile:1
FROM debian:bookworm
COPY . /app
RUN chmod -R g+rwX /app
