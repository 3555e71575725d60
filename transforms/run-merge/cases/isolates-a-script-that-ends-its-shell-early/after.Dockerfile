FROM alpine:3.20
RUN (test -f /etc/ready && exit 0; touch /etc/ready) \
    && (exec adduser -D app) \
    && id app
