FROM debian:bookworm
RUN mkdir /a \
    && mkdir /b
# hadolint ignore=DL3008
RUN apt-get update && apt-get install -y curl \
    && mkdir /c
