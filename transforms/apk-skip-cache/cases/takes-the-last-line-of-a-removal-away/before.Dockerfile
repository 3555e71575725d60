FROM alpine:3.20
RUN apk add -U curl \
                 git \
    && rm -rf /tmp/npm* \
              /var/cache/apk/*

VOLUME /data
