FROM debian:bookworm AS build

RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl gcc libc6-dev make

WORKDIR /usr/src/tables
RUN curl -fsSLo /tmp/tables.tar.gz https://example.com/tables-3.4.tar.gz \
    && tar -xzf /tmp/tables.tar.gz --strip-components=1
RUN make && make install

# Reachable from outside.
RUN mkdir -p /etc/tables && cp tables.conf /etc/tables/
RUN sed -i 's/^listen .*/listen 0.0.0.0/' /etc/tables/tables.conf

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates
COPY --from=build /usr/local /usr/local
COPY --from=build /etc/tables/tables.conf /etc/tables/tables.conf
RUN ldconfig

WORKDIR /var/lib/tables
EXPOSE 7000
CMD ["tables", "/etc/tables/tables.conf"]
