FROM debian:bookworm
ARG APT_OPTS="-y --no-install-recommends"
RUN apt-get update && apt-get $APT_OPTS install curl
