FROM fedora:41
RUN dnf makecache && dnf install -y gcc
RUN dnf install -y -C make
