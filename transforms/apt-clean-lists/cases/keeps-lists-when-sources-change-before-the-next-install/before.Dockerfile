FROM debian:bookworm
RUN apt-get update && apt-get install -y curl
COPY team.list /etc/apt/sources.list.d/
RUN apt-get install -y jq
