FROM debian:bookworm
RUN apt-get update && apt-get install --no-install-recommends -y git ca-certificates
COPY app/ /app
CMD ["/app/run"]
