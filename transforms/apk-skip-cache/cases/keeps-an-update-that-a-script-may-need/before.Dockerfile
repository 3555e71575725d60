FROM alpine:3.20
COPY setup.sh /
RUN apk update
RUN sh /setup.sh
