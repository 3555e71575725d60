FROM debian:bookworm-slim
COPY docker-entrypoint.sh /
ENTRYPOINT ["/docker-entrypoint.sh"]
CMD ["sleep", "infinity"]
