# Sends what it is sent.
FROM golang:1.22-bookworm

# Facts of the image.

EXPOSE 7000
# Whom to ask.
LABEL contact="echo@example.com"
COPY main.go /src/
# Nothing else is needed.
RUN CGO_ENABLED=0 go build \
    # No symbols.
    -ldflags "-s -w" \
    -o /usr/local/bin/echo-server /src/main.go
# Starts it.
CMD ["echo-server"]
