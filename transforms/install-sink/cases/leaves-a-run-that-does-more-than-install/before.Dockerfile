FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc && mkdir /app
COPY . /app
RUN make -C /app install
RUN apt-get purge -y gcc
