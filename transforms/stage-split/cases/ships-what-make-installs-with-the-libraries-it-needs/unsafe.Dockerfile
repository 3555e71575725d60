FROM debian:bookworm AS build

ENV TABLES_VERSION=3.4

RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        ca-certificates \
        curl \
        gcc \
        libc6-dev \
        libpq-dev \
        libssl-dev \
        make

# From source: Debian has no package.
RUN curl -fsSLo /tmp/tables.tar.gz https://example.com/tables-${TABLES_VERSION}.tar.gz \
    && tar -xzf /tmp/tables.tar.gz -C /usr/src
RUN cd /usr/src/tables-${TABLES_VERSION} && ./configure --prefix=/opt/tables && make && make install

FROM debian:bookworm-slim
ENV TABLES_VERSION=3.4
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        ca-certificates \
        libpq5 \
        libssl3
COPY --from=build /opt/tables /opt/tables

ENV PATH=/opt/tables/bin:$PATH
COPY tables.conf /etc/tables.conf
ENTRYPOINT ["tables", "--config", "/etc/tables.conf"]
