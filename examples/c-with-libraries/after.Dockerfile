FROM debian:bookworm AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends gcc libc6-dev libjansson-dev make \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY Makefile pick.c ./
RUN make

# Reads JSON, writes what one key holds
FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y libjansson4 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /src/pick /usr/local/bin/pick
ENTRYPOINT ["pick"]
