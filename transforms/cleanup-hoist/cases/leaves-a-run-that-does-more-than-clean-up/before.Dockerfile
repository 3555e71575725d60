FROM debian:bookworm
RUN apt-get update && apt-get install -y curl
COPY app /srv/app
RUN rm -rf /var/lib/apt/lists/* && chmod +x /srv/app/run
