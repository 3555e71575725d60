FROM debian:bookworm
RUN mkdir /data && chown 33:33 /data
CMD ["sh"]
