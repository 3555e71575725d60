# syntax=docker/dockerfile:1
FROM debian:bookworm
COPY --link . /app
RUN chown -R games:games /app
