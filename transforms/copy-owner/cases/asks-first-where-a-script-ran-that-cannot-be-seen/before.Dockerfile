FROM debian:bookworm
COPY setup/ /tmp/setup/
RUN /tmp/setup/prepare.sh
COPY . /srv/shop
RUN chown -R games:games /srv/shop
