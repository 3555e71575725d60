FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc
COPY . /app
ENV CC=gcc
RUN make -C /app install
RUN apt-get purge -y gcc
