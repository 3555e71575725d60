FROM debian:bookworm
RUN mkdir /a
# hadolint ignore=DL3000
WORKDIR srv
RUN mkdir b
