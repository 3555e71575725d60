FROM debian:bookworm
COPY data.tgz /data.tgz

RUN mkdir -p /srv/data && tar xzvf /data.tgz -C /srv/data && rm -f /data.tgz

CMD ["serve", "/srv/data"]
