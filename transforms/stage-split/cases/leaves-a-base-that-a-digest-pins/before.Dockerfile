FROM golang:1.22-bookworm@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
COPY main.go /src/
RUN CGO_ENABLED=0 go build -o /usr/bin/clock /src/main.go
CMD ["/usr/bin/clock"]
