FROM debian:bookworm
RUN apt-get update \
    && apt-get install -y curl \
    # jq comes with the next release
    #   jq
