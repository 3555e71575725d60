FROM debian:bookworm-slim AS build

COPY wordcount.c /usr/src/

RUN apt-get update
RUN apt-get install -y gcc libc6-dev
RUN gcc -O2 -o /usr/local/bin/wordcount /usr/src/wordcount.c

ENV LANG=C.UTF-8

# The compiler has done its work
RUN apt-get purge -y --auto-remove gcc libc6-dev
RUN rm -rf /var/lib/apt/lists/*
RUN mkdir /libs \
    && cp -L --parents $(ldd /usr/local/bin/wordcount | grep -o '/[^ ]*') /libs

FROM scratch
ENV LANG=C.UTF-8
COPY --from=build /usr/local/bin/wordcount /usr/local/bin/wordcount
COPY --from=build /libs /

CMD ["wordcount"]
