FROM debian:bookworm
RUN DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 install --no-install-recommends bc
RUN apt -y install --no-install-recommends jq
RUN env LANG=C sudo apt-get install --no-install-recommends bzip2 -y
