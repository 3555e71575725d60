FROM debian:bookworm
RUN apt-get install -y -o APT::Install-Recommends=false jq
