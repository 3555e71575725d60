FROM golang:1.20-alpine3.18
RUN apk add --no-cache git
WORKDIR /app
COPY web ./web
COPY go.mod *.go ./
RUN go build -o portal
CMD ./portal --listen :80
