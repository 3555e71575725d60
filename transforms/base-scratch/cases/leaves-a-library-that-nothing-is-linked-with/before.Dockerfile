FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev
COPY squeeze.c /src/
RUN gcc -O2 -o /usr/local/bin/squeeze /src/squeeze.c

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends libzstd1 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /usr/local/bin/squeeze /usr/local/bin/squeeze
ENTRYPOINT ["squeeze"]
