FROM alpine:3.20
RUN apk add --no-cache curl && rm -rf /var/cache/apk/*
RUN apk add --no-cache jq && rm -rf /var/cache/apk/* /tmp/jq
