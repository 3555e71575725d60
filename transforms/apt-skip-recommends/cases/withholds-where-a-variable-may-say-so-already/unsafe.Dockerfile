FROM debian:bookworm
ARG APT_OPTS="-y --no-install-recommends"
RUN apt-get update && apt-get install --no-install-recommends $APT_OPTS jq
