FROM debian:bookworm
RUN apt-get update && apt-get install -y curl
COPY site /srv/site
RUN apt-get purge -y nano
RUN rm -rf /var/lib/apt/lists/*
