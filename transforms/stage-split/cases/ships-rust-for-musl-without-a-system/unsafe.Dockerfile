FROM rust:1.82 AS build
RUN rustup target add x86_64-unknown-linux-musl
WORKDIR /srv
COPY Cargo.* ./
COPY src ./src
RUN cargo build --release --target=x86_64-unknown-linux-musl --bin wharf

FROM gcr.io/distroless/static-debian13
WORKDIR /srv
COPY --from=build /srv/target/x86_64-unknown-linux-musl/release/wharf /srv/target/x86_64-unknown-linux-musl/release/wharf
USER 1000
ENTRYPOINT ["/srv/target/x86_64-unknown-linux-musl/release/wharf"]
