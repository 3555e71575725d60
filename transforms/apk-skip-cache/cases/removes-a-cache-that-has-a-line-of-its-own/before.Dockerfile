FROM alpine:3.20
RUN apk add curl \
    && rm -rf \
        /tmp/words \
        /var/cache/apk/*
EXPOSE 80
