FROM debian:bookworm
RUN adduser --system --firstuid 300 feeds
CMD ["sh"]
