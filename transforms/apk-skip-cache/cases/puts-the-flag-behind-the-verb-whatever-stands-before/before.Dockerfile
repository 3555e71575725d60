FROM alpine:3.20
RUN apk -q add curl
RUN apk --repository=https://dl-cdn.alpinelinux.org/alpine/edge/testing add hare
RUN apk upgrade
RUN apk add \
      jq \
      yq
