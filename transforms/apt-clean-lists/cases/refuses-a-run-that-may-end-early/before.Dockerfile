FROM debian:bookworm
RUN apt-get update; command -v curl && exit 0; apt-get install -y curl
