FROM debian:bookworm
WORKDIR /srv
RUN touch one \
    # The shop has a folder of its own.
    && mkdir -p shop \
    && cd shop \
    && touch two
WORKDIR shop
CMD ["ls"]
