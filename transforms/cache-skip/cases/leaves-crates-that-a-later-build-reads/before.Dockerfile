FROM rust:1.80
COPY Cargo.toml Cargo.lock ./
RUN cargo fetch
COPY src src
RUN cargo build --release --offline
CMD ["target/release/app"]
