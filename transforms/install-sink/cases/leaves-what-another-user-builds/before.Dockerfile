FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc
COPY . /opt/app
USER 1000
RUN make -C /opt/app
USER root
RUN apt-get purge -y gcc
