FROM debian:bookworm
ARG APT_OPTS="-y --no-install-recommends"
RUN apt-get update && apt-get install $APT_OPTS jq
