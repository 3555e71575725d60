FROM debian:bookworm
COPY src /code
# The server may write here
RUN chown -R games:games /code && ln -s /code /srv/code
