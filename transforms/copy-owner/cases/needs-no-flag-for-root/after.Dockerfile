FROM debian:bookworm-slim
COPY site /site
RUN ln -s /site /www
