FROM alpine:3.20
RUN apk update && apk add curl
ONBUILD RUN apk add $EXTRA
