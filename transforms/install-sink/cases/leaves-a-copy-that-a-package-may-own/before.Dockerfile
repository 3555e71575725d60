FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc nginx
COPY nginx.conf /etc/nginx/nginx.conf
RUN nginx -t
RUN apt-get purge -y gcc
