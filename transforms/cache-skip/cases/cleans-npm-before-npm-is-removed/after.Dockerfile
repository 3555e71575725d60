FROM alpine:3.20
RUN apk add --no-cache nodejs npm \
    && npm install -g marked \
    && npm cache clean --force \
    # not needed any more
    && apk del npm
