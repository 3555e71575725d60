FROM ubuntu:22.04
COPY php.ini /opt/php/8.1/php.ini
CMD ["sh"]
