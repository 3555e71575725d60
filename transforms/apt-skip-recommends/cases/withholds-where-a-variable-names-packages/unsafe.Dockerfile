FROM debian:bookworm
ARG EXTRAS=curl
RUN apt-get update && apt-get install --no-install-recommends -y jq $EXTRAS
