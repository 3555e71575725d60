FROM debian:bookworm
RUN apt-get update && apt-get install -y curl
RUN for name in vim less; do apt-get update && apt-get install -y $name; done
