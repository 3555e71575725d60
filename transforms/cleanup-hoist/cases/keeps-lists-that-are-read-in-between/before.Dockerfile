FROM debian:bookworm
RUN apt-get update && apt-get install -y curl
COPY app /srv/app
RUN apt-get install -y jq
RUN rm -rf /var/lib/apt/lists/*
