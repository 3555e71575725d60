FROM alpine:3.20
ARG APK_FLAGS=--no-cache
RUN apk $APK_FLAGS add curl
