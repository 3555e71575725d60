FROM rust:1.75-slim-bookworm AS build
WORKDIR /app
COPY Cargo.toml Cargo.lock ./
# Dependencies change less often than sources.
RUN mkdir src && echo "fn main() {}" > src/main.rs && cargo build --release && rm -rf src
COPY src src
COPY templates templates
RUN touch src/main.rs && cargo build --release

FROM debian:bookworm-slim
WORKDIR /app
COPY --from=build /app/templates /app/templates
COPY --from=build /app/target/release/atlas /app/target/release/atlas
EXPOSE 3000
CMD ["./target/release/atlas"]
