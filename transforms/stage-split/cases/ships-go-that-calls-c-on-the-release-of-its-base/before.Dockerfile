FROM golang:1.21-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends libsqlite3-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY main.go ./
RUN go build -tags libsqlite3 -o /usr/local/bin/notes .
VOLUME /data
CMD ["notes", "--database", "/data/notes.db"]
