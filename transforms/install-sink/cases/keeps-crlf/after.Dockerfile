FROM debian:bookworm
COPY a.c /tmp/
RUN apt-get update && apt-get install -y gcc
RUN gcc -o /bin/a /tmp/a.c
RUN apt-get purge -y gcc
