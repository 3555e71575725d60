FROM debian:bookworm-slim
COPY site /site
RUN chown -R root:root /site && ln -s /site /www
