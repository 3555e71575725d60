FROM alpine:3.20
USER root
RUN apk add --no-cache ruby ruby-dev build-base \
 && gem install --no-document sass \
 && apk del ruby-dev build-base
