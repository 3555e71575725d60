FROM debian:bookworm AS build

RUN apt-get update && apt-get install -y --no-install-recommends \
        g++ \
        libpcre2-dev \
        make \
    && rm -rf /var/lib/apt/lists/*

COPY sieve-2.4.tar.gz /tmp/
RUN tar -xzf /tmp/sieve-2.4.tar.gz -C /usr/src
RUN cd /usr/src/sieve-2.4 && ./configure && make && make install && ldconfig

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends \
        libpcre2-8-0 \
        libpcre2-16-0 \
        libpcre2-32-0 \
        libpcre2-posix3 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /usr/local /usr/local
RUN ldconfig

EXPOSE 4190
CMD ["sieved"]
