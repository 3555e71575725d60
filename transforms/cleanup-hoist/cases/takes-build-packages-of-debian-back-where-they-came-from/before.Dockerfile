FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc libc6-dev && gcc -o /usr/local/bin/hello /srv/hello.c
# Nobody compiles at run time.
RUN apt-get purge -y --auto-remove gcc libc6-dev
