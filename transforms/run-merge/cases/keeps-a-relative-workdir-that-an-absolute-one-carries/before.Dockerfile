FROM debian:bookworm
WORKDIR /srv
RUN touch one
# The shop has a folder of its own.
WORKDIR shop
RUN touch two
CMD ["ls"]
