FROM debian:bookworm
RUN set -e && cp /etc/os-release /tmp/name && wc /tmp/name
RUN ls /tmp
