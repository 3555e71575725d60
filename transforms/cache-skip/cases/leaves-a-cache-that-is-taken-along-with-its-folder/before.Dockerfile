FROM almalinux:9

RUN dnf install -y gcc make
RUN cd /var/cache && cp -r dnf /srv/mirror

CMD ["serve", "/srv/mirror"]
