FROM alpine:3.19

RUN apk add --no-cache bash curl jq \
    && apk add --no-cache openssh-client rsync

COPY backup.sh /usr/local/bin/backup
RUN chmod +x /usr/local/bin/backup

VOLUME /backup
ENTRYPOINT ["/usr/local/bin/backup"]
