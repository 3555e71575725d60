FROM debian:bookworm
RUN apt-get update && apt-get install -y apache2
CMD ["apache2", "-DFOREGROUND"]
