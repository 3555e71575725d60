FROM alpine:3.22
RUN addgroup -S -g 990 feeds && adduser -S -D -H -h /feeds -s /sbin/nologin -u 990 -G feeds feeds
RUN addgroup -S poller && adduser -S -D -s /bin/sh -G poller poller
RUN adduser -D -g "" viewer
RUN addgroup -S store && adduser -S -D -h /srv/store -G store store
USER feeds
CMD ["id"]
