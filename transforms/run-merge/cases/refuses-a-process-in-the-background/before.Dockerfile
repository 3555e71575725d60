FROM postgres:16
RUN docker-entrypoint.sh postgres &
RUN createdb shop
