FROM debian:bookworm
COPY . /app
WORKDIR /app
ENTRYPOINT ["./run.sh"]
