FROM golang:1.24-bookworm AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/tides ./cmd/tides

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /bin/tides /usr/local/bin/tides
EXPOSE 8080
USER nobody
ENTRYPOINT ["tides", "--listen", ":8080"]
