FROM debian:trixie
RUN apt-get update && apt-get install --no-install-recommends -y jq bzip2
