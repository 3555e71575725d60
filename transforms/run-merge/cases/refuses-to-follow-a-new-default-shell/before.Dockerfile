FROM ubuntu:24.04
RUN mkdir /a
RUN ln -sf /bin/bash /bin/sh
RUN mkdir -p /srv/one /srv/two
