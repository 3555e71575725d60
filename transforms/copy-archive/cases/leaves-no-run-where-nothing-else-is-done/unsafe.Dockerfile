FROM debian:bookworm
ADD data.tgz /srv/data/

CMD ["serve", "/srv/data"]
