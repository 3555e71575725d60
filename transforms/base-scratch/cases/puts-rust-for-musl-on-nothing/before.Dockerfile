FROM rust:1.82 AS build
RUN rustup target add x86_64-unknown-linux-musl
WORKDIR /app
COPY . .
RUN cargo build --release --target x86_64-unknown-linux-musl --bin sieve

FROM debian:bookworm-slim
WORKDIR /data
COPY --from=build /app/target/x86_64-unknown-linux-musl/release/sieve /usr/local/bin/sieve
CMD ["sieve"]
