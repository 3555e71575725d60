FROM php:8.3-cli
RUN curl -sS https://getcomposer.org/installer | php && \
    php composer.phar install --no-dev && \
    rm composer.phar
