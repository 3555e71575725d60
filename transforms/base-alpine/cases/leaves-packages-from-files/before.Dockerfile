FROM debian:bookworm
COPY relay.deb /tmp/
CMD ["sh"]
