FROM debian:bookworm
RUN apt-get update && apt-get install -y mariadb-server
RUN service mariadb start && mariadb -e 'CREATE DATABASE shop'
RUN mariadb --version
