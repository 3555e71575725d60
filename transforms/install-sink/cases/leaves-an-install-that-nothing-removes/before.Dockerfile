FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc
COPY a.c /tmp/
RUN gcc -o /bin/a /tmp/a.c
RUN rm /tmp/a.c
