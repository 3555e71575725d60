FROM debian:bookworm
COPY tools.list /etc/apt/sources.list.d/
CMD ["sh"]
