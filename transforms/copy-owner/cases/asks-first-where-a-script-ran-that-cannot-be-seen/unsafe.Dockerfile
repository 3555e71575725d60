FROM debian:bookworm
COPY setup/ /tmp/setup/
RUN /tmp/setup/prepare.sh
COPY --chown=games:games . /srv/shop
RUN chown games:games /srv/shop
