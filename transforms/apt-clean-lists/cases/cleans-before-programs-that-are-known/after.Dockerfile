FROM debian:bookworm
RUN apt-get update && apt-get install -y nginx \
    && rm -rf /var/lib/apt/lists/*
COPY site /srv/site
RUN nginx -t && npm ci && make -C /srv/site
