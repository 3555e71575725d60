FROM debian:bookworm
COPY . /app
RUN chown www-data:www-data /app/cache && chown -R games:games /app
