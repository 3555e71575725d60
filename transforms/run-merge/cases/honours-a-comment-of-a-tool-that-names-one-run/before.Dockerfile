FROM debian:bookworm
RUN mkdir /a
RUN mkdir /b
# hadolint ignore=DL3008
RUN apt-get update && apt-get install -y curl
RUN mkdir /c
