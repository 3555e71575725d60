FROM debian:bookworm
ARG EXTRAS=curl
RUN apt-get update && apt-get install -y jq $EXTRAS
