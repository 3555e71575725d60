FROM rust:1.80

WORKDIR /usr/src/buoy
COPY . .

RUN cargo install --path .

CMD ["buoy", "--verbose"]
