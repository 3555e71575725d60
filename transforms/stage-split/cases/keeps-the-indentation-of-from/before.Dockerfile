  FROM golang:1.22-bookworm
RUN cd /src/x && CGO_ENABLED=0 go build -o /usr/local/bin/x .
CMD ["x"]
