FROM debian:bookworm
RUN set -e; test -d /opt/old && rm -r /opt/old; mkdir /opt/new
RUN ls /opt/new
