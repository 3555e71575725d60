FROM alpine:3.20
RUN apk add --no-cache curl tini \
    && addgroup -S web \
    && rm -rf /tmp/*
RUN apk add --no-cache jq
ENTRYPOINT ["tini", "--", "/usr/local/bin/server"]
