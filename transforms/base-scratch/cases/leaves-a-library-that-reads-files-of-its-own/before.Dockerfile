FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev libmagic-dev
COPY kind.c /src/
RUN gcc -O2 -o /usr/local/bin/kind /src/kind.c -lmagic

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends libmagic1 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /usr/local/bin/kind /usr/local/bin/kind
ENTRYPOINT ["kind"]
