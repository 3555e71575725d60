FROM debian:bookworm AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends gcc libc6-dev zlib1g-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY squeeze.c .
RUN gcc -O2 -o squeeze squeeze.c -lz

# The program alone.
FROM debian:bookworm-slim
COPY --from=build /src/squeeze /usr/local/bin/squeeze
EXPOSE 7000
CMD ["squeeze", "7000"]
