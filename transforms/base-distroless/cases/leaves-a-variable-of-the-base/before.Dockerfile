FROM rust:1.80-alpine AS build
WORKDIR /src
COPY . .
RUN cargo install --path .

FROM rust:1.80-alpine
WORKDIR /
COPY --from=build /usr/local/cargo/bin/app /bin/app
LABEL built-with=$RUST_VERSION
CMD ["/bin/app"]
