FROM debian:bookworm
RUN useradd app
USER app
RUN apt-get update; apt-get download curl
