FROM alpine:3.20
USER root
RUN apk add --no-cache ruby ruby-dev build-base \
 && gem install --no-document sass \
 && rm -rf "$(gem env gemdir)"/cache/*.gem \
 && apk del ruby-dev build-base
