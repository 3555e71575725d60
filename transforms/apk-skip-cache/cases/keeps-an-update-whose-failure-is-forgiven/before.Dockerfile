FROM alpine:3.20
RUN apk update || true
RUN apk add curl
