FROM debian:bookworm
# Tools, then sources.

RUN apt-get update && apt-get install -y gcc
COPY . /opt/app
RUN make -C /opt/app
RUN apt-get purge -y gcc
