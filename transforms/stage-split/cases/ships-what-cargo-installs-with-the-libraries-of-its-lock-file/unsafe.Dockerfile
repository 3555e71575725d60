FROM rust:1.80 AS build

WORKDIR /usr/src/buoy
COPY . .

RUN cargo install --path .

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates libssl3 \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /usr/src/buoy
COPY --from=build /usr/local/cargo/bin/buoy /usr/local/bin/buoy

CMD ["buoy", "--verbose"]
