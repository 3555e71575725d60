FROM debian:bookworm
COPY . /app
RUN chmod -R 755 /app
