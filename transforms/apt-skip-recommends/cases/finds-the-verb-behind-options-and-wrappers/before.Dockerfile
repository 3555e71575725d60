FROM debian:bookworm
RUN DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 install bc
RUN apt -y install jq
RUN env LANG=C sudo apt-get install bzip2 -y
