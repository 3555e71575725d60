FROM debian:bookworm
ENV APT_OPTIONS="-y -q"
CMD ["sh"]
