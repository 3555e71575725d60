FROM golang:1.22-bookworm
WORKDIR /src
COPY main.go ./
RUN --mount=from=registry.example.com/assets:3,target=/assets CGO_ENABLED=0 go build -o /usr/local/bin/site main.go
CMD ["site"]
