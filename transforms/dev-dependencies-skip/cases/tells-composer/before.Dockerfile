FROM php:8.3-apache
WORKDIR /var/www/html
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY composer.json composer.lock ./
RUN composer install --prefer-dist
COPY . .
RUN composer dump-autoload --optimize && chown -R www-data storage
