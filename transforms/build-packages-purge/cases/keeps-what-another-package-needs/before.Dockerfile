FROM debian:bookworm
RUN apt-get update && apt-get install -y g++ make libtool && make -C /x install
RUN apt-get update && apt-get install -y dkms
CMD ["/usr/bin/xd"]
