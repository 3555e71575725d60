FROM ubuntu:24.04
RUN apt-get update && apt-get install -y curl
RUN curl -fsSLo /etc/words https://example.com/words
