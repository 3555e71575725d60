FROM debian:bookworm
COPY bin/ /usr/local/bin/
RUN apt-get update && apt-get install -y curl
RUN provision --all
