FROM debian:bookworm
COPY . /app
RUN apt-get update && apt-get install -y nginx
RUN chown -R www-data:www-data /app
