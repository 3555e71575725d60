FROM alpine:3.20
RUN apk -q add --no-cache curl
RUN apk --repository=https://dl-cdn.alpinelinux.org/alpine/edge/testing add --no-cache hare
RUN apk upgrade --no-cache
RUN apk add --no-cache \
      jq \
      yq
