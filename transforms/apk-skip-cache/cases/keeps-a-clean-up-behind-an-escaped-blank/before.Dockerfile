FROM alpine:3.20
RUN apk add --no-cache git && git clone https://example.org/x.git\ && rm -rf /var/cache/apk/*
