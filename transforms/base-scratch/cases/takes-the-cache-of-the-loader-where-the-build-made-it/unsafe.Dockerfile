FROM debian:trixie AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev make && rm -rf /var/lib/apt/lists/*
COPY lib /lib-src
RUN make -C /lib-src install && ldconfig
COPY Makefile ring.c /src/
WORKDIR /src
RUN make
RUN mkdir /libs \
    && cp -L --parents $(ldd /src/ring | grep -o '/[^ ]*') /etc/ld.so.cache /libs

FROM scratch AS run
COPY --from=build /src/ring /ring
COPY --from=build /libs /
ENTRYPOINT ["/ring"]
