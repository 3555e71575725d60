FROM alpine:3.20
RUN apk update \
    && apk add --update curl tini \
    && addgroup -S web \
    && rm -rf /var/cache/apk/* /tmp/*
RUN apk add -U jq
ENTRYPOINT ["tini", "--", "/usr/local/bin/server"]
