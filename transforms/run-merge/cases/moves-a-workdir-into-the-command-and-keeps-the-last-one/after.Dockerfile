FROM debian:bookworm
RUN mkdir /opt/src \
    && mkdir -p /opt/src \
    && cd /opt/src \
    && touch main.c \
    && mkdir -p lib/core \
    && cd lib/core \
    && touch core.c \
    && mkdir -p /opt/src \
    && cd /opt/src \
    && ls -R
WORKDIR /opt/src
CMD ["ls"]
