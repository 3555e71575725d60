FROM alpine:3.20
RUN apk add --no-cache curl \
                 git \
    && rm -rf /tmp/npm*

VOLUME /data
