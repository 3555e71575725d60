FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc
COPY a.c /tmp/
RUN --mount=type=cache,target=/ccache gcc -o /usr/local/bin/a /tmp/a.c
RUN apt-get purge -y gcc
