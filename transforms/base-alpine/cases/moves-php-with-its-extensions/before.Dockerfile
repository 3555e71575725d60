FROM php:8.3-fpm
RUN apt-get update && apt-get install -y \
        libicu-dev \
        libzip-dev \
    && docker-php-ext-install intl zip \
    && pecl install redis && docker-php-ext-enable redis \
    && rm -rf /var/lib/apt/lists/*
RUN chown -R www-data:www-data /var/www/html
