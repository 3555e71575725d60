FROM debian:bookworm
RUN apt-get update && apt-get install -y curl
COPY app /srv/app
RUN apt-get clean && rm -rf /var/lib/apt/lists/* /srv/app/tests
