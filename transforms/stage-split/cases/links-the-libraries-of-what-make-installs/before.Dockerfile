FROM debian:bookworm

RUN apt-get update && apt-get install -y --no-install-recommends \
        g++ \
        libpcre2-dev \
        make \
    && rm -rf /var/lib/apt/lists/*

COPY sieve-2.4.tar.gz /tmp/
RUN tar -xzf /tmp/sieve-2.4.tar.gz -C /usr/src
RUN cd /usr/src/sieve-2.4 && ./configure && make && make install && ldconfig

EXPOSE 4190
CMD ["sieved"]
