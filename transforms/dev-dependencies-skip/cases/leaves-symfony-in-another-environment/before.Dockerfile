FROM php:8.3-fpm
WORKDIR /app
COPY . .
RUN composer install --no-scripts
CMD ["php-fpm"]
