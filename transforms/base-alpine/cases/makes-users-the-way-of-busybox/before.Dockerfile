FROM debian:bookworm-slim
RUN groupadd -r -g 990 feeds && useradd -r -u 990 -g feeds -d /feeds -s /usr/sbin/nologin feeds
RUN useradd --system --create-home --shell /bin/sh poller
RUN adduser --disabled-password --gecos "" viewer
RUN adduser --system --group --home /srv/store store
USER feeds
CMD ["id"]
