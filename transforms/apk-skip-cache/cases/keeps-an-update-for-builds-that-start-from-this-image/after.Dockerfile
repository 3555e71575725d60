FROM alpine:3.20
RUN apk update && apk add --no-cache curl
ONBUILD RUN apk add $EXTRA
