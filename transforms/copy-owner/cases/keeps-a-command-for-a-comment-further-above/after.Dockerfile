FROM debian:bookworm
COPY --chown=games:games src /code

# The server may write here

RUN chown games:games /code
