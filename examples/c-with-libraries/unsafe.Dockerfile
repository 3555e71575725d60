FROM debian:bookworm AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends gcc libc6-dev libjansson-dev make \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY Makefile pick.c ./
RUN make
RUN mkdir /libs \
    && cp -L --parents $(ldd /src/pick | grep -o '/[^ ]*') /libs

# Reads JSON, writes what one key holds
FROM scratch
COPY --from=build /src/pick /usr/local/bin/pick
COPY --from=build /libs /
ENTRYPOINT ["pick"]
