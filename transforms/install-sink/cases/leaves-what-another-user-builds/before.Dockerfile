FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc
COPY . /src/app
USER 1000
RUN make -C /src/app
USER root
RUN apt-get purge -y gcc
