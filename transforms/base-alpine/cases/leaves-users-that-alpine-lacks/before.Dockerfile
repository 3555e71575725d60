FROM debian:bookworm
RUN mkdir /data && chown www-data:www-data /data
CMD ["sh"]
