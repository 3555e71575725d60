FROM debian:bookworm-slim

COPY wordcount.c /usr/src/

RUN apt-get update \
    && apt-get install --no-install-recommends -y gcc libc6-dev \
    && gcc -O2 -o /usr/local/bin/wordcount /usr/src/wordcount.c \
    # The compiler has done its work
    && apt-get purge -y --auto-remove gcc libc6-dev \
    && rm -rf /var/lib/apt/lists/*

ENV LANG=C.UTF-8

CMD ["wordcount"]
