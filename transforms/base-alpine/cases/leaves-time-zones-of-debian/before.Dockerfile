FROM debian:bookworm
RUN echo Europe/Berlin > /etc/timezone
CMD ["sh"]
