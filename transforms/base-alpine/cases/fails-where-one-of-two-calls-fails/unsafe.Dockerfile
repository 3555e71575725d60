FROM alpine:3.22
RUN set -e; addgroup -S app; adduser -S -D -H -s /bin/sh -G app app; mkdir /data; chown app /data
USER app
CMD ["sh"]
