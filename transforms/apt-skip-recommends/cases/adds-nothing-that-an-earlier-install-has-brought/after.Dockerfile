FROM debian:bookworm
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates
RUN apt-get update && apt-get install --no-install-recommends -y curl
