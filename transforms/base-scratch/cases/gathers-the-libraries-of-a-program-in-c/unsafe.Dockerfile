FROM debian:bookworm AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends gcc libc6-dev zlib1g-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY squeeze.c .
RUN gcc -O2 -o squeeze squeeze.c -lz
RUN mkdir /libs \
    && cp -L --parents $(ldd /src/squeeze | grep -o '/[^ ]*') /libs

# The program alone.
FROM scratch
COPY --from=build /src/squeeze /usr/local/bin/squeeze
COPY --from=build /libs /
EXPOSE 7000
CMD ["squeeze", "7000"]
