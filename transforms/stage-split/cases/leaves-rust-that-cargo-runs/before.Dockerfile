FROM rust:1.80-slim
WORKDIR /app
COPY . .
RUN cargo build --release
CMD ["cargo", "run", "--release"]
