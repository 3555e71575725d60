FROM debian:bookworm
COPY app /srv/app
RUN rm -rf /usr/share/doc
