FROM debian:bookworm
COPY cc.deb /opt/
RUN apt-get update && apt-get install -y gcc /opt/cc.deb
COPY . /opt/app
RUN make -C /opt/app install
RUN apt-get purge -y gcc
