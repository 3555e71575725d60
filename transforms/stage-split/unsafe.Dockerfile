FROM golang:1.22-bookworm AS build

WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download

# The program is static: it runs anywhere.
COPY *.go ./
RUN CGO_ENABLED=0 go build -o /usr/local/bin/ledger .

FROM gcr.io/distroless/static-debian13
LABEL org.opencontainers.image.title="ledger"
WORKDIR /src
COPY --from=build /usr/local/bin/ledger /usr/local/bin/ledger

EXPOSE 8080
USER 10001
ENTRYPOINT ["/usr/local/bin/ledger"]
