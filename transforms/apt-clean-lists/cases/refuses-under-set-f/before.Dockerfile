FROM debian:bookworm
RUN set -f; apt-get update && apt-get install -y curl
