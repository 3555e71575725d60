# syntax=docker/dockerfile:1
FROM golang:1.22
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build go vet ./... \
    && go build -o /app .
RUN --network=none go test ./...
RUN go version
