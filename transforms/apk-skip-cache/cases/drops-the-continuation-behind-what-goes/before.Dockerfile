FROM alpine:3.20
RUN apk add --no-cache bash curl \
    # why
    && rm -rf /var/cache/apk/* \
# the end
