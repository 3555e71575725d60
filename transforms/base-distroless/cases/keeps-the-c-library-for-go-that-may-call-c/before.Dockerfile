FROM golang:1.22-bookworm AS build
WORKDIR /src
COPY go.* ./
RUN go mod download
COPY . ./
RUN go build -o /src/ledger .

FROM debian:bookworm-slim
COPY --from=build --chown=65532:65532 /src/ledger /ledger
USER 65532
CMD ["/ledger"]
