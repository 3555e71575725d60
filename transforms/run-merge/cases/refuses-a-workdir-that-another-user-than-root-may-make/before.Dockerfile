FROM debian:bookworm
USER 1000
RUN touch /tmp/one
WORKDIR /home/app
RUN touch /tmp/two
