FROM php:8.3-cli
RUN docker-php-ext-install our_own
CMD ["php", "-v"]
