FROM debian:bookworm
COPY docker-entrypoint.sh /
ENTRYPOINT ["/docker-entrypoint.sh"]
CMD ["sleep", "infinity"]
