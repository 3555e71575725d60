FROM debian:bookworm
COPY . /app
RUN chown -R games: /app
