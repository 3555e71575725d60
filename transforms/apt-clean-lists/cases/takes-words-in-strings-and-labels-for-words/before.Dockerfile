FROM debian:bookworm
LABEL hint="apt-get update && apt-get install -y curl"
RUN echo "run apt-get update first" > /etc/motd
RUN echo 'apt-get update && apt-get install -y jq'
