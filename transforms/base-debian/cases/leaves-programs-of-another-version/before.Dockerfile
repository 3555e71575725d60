FROM ubuntu:22.04
RUN apt-get update && apt-get install -y php-fpm
CMD ["php-fpm8.1", "-F"]
