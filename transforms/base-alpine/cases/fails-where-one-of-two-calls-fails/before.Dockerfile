FROM debian:bookworm-slim
RUN set -e; useradd --system --no-create-home app; mkdir /data; chown app /data
USER app
CMD ["sh"]
