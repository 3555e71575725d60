FROM alpine:3.20
RUN apk update

RUN rm -rf /var/cache/apk/*