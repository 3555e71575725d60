FROM debian:trixie
RUN apt-get update && apt-get install -y jq bzip2
