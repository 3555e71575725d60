# Sends what it is sent.
FROM golang:1.22-bookworm AS build

# Facts of the image.

EXPOSE 7000
COPY main.go /src/
# Nothing else is needed.
RUN CGO_ENABLED=0 go build \
    # No symbols.
    -ldflags "-s -w" \
    -o /usr/local/bin/echo-server /src/main.go

FROM gcr.io/distroless/static-debian13
WORKDIR /go
EXPOSE 7000
# Whom to ask.
LABEL contact="echo@example.com"
COPY --from=build /usr/local/bin/echo-server /usr/local/bin/echo-server
# Starts it.
CMD ["echo-server"]
