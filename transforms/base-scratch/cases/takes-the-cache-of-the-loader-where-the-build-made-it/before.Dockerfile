FROM debian:trixie AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev make && rm -rf /var/lib/apt/lists/*
COPY lib /lib-src
RUN make -C /lib-src install && ldconfig
COPY Makefile ring.c /src/
WORKDIR /src
RUN make

FROM debian:trixie-slim AS run
COPY --from=build /src/ring /ring
ENTRYPOINT ["/ring"]
