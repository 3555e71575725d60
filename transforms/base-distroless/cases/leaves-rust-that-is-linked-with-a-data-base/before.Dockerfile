FROM rust:1.83-bookworm AS build
WORKDIR /usr/src/beacon
COPY . .
RUN cargo build --release

FROM debian:bookworm
COPY --from=build /usr/src/beacon/target/release/beacon /usr/local/bin/beacon
CMD ["beacon"]
