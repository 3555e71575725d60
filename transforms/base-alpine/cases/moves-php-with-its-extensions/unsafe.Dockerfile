FROM php:8.3-fpm-alpine
RUN apk add --no-cache \
        icu-dev \
        libzip-dev \
        $PHPIZE_DEPS \
    && docker-php-ext-install intl zip \
    && pecl install redis && docker-php-ext-enable redis
RUN chown -R www-data:www-data /var/www/html
