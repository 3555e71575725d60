FROM debian:bookworm
RUN apt-get update && apt-get install -y nginx
COPY site /srv/site
RUN nginx -t && npm ci && make -C /srv/site
