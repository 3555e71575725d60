FROM debian:bookworm
RUN apt-get update && apt-get install -y locales git
RUN locale-gen en_US.UTF-8
