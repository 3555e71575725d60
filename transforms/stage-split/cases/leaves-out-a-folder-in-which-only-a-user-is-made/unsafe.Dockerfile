FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev make
WORKDIR /usr/src/relay
COPY relay.tar.gz .
RUN tar -xzf relay.tar.gz --strip-components=1
RUN make
RUN make install
RUN groupadd -r relay && useradd -r -g relay relay
WORKDIR /srv/relay
RUN chown relay:relay /srv/relay
RUN apt-get purge -y --auto-remove gcc libc6-dev make

FROM debian:bookworm-slim
RUN groupadd -r relay && useradd -r -g relay relay
WORKDIR /srv/relay
COPY --from=build /usr/local /usr/local
RUN ldconfig
RUN chown relay:relay /srv/relay
USER relay
CMD ["relay"]
