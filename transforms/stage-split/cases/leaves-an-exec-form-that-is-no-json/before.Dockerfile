FROM golang:1.22-bookworm
WORKDIR /src
COPY main.go .
RUN CGO_ENABLED=0 go build -o /usr/local/bin/tally main.go
CMD ['tally', 'serve']
