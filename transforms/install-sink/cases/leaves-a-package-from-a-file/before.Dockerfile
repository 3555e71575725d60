FROM debian:bookworm
COPY cc.deb /src/
RUN apt-get update && apt-get install -y gcc /src/cc.deb
COPY . /src/app
RUN make -C /src/app install
RUN apt-get purge -y gcc
