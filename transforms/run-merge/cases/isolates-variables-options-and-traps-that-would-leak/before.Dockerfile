FROM debian:bookworm
RUN export CFLAGS=-O2
RUN MODE=fast
RUN set -x && gcc --version
RUN umask 077 && mkdir /etc/vault
RUN ulimit -n 512 && ls
RUN alias ll='ls -l'
RUN . /etc/os-release && echo "$ID" > /etc/distribution
RUN greet() { echo "hello $1"; } && greet world > /etc/motd
RUN trap 'rm -f /tmp/lock' EXIT && touch /tmp/lock && ls /tmp
RUN exec > /var/log/steps.log && date
RUN env
