FROM alpine:3.20
RUN apk add --no-cache curl
ENV A=1
RUN a & rm /var/cache/apk/*
ENV B=1
RUN a & rm /var/cache/apk/*; b
