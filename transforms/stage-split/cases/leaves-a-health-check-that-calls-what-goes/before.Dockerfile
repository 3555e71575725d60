FROM golang:1.22-bookworm
WORKDIR /src
COPY main.go .
RUN CGO_ENABLED=0 go build -o /usr/local/bin/web main.go
HEALTHCHECK CMD curl -f http://127.0.0.1:8080/ || exit 1
CMD ["web"]
