FROM debian:bookworm
RUN (export CFLAGS=-O2) \
    && (MODE=fast) \
    && (set -x && gcc --version) \
    && (umask 077 && mkdir /etc/vault) \
    && (ulimit -n 512 && ls) \
    && (alias ll='ls -l') \
    && (. /etc/os-release && echo "$ID" > /etc/distribution) \
    && (greet() { echo "hello $1"; } && greet world > /etc/motd) \
    && (trap 'rm -f /tmp/lock' EXIT && touch /tmp/lock && ls /tmp) \
    && (exec > /var/log/steps.log && date) \
    && env
