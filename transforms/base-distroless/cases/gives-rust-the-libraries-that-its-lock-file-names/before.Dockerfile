FROM rust:1.83-bookworm AS build
WORKDIR /usr/src/beacon
COPY Cargo.toml Cargo.lock ./
COPY src src
RUN cargo build --release

FROM debian:bookworm-slim
COPY --from=build /usr/src/beacon/target/release/beacon /usr/local/bin/
USER 1000:1000
CMD ["beacon"]
