FROM rust:1.80
COPY . .
RUN cargo install --path . \
    && rm -rf "$CARGO_HOME"/registry "$CARGO_HOME"/git
CMD ["app"]
