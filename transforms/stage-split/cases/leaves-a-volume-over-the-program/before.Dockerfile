FROM golang:1.22-bookworm
WORKDIR /opt/feed
COPY main.go .
RUN CGO_ENABLED=0 go build -o feed main.go
VOLUME /opt/feed
CMD ["/opt/feed/feed"]
