FROM debian:bookworm
RUN apt-get update && apt-get install -y curl
WORKDIR /srv
RUN mkdir logs && apt-get install -y jq && jq --version
