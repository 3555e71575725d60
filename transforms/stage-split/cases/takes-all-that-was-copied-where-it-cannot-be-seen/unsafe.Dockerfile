FROM golang:1.20-alpine3.18 AS build
RUN apk add --no-cache git
WORKDIR /app
COPY web ./web
COPY go.mod *.go ./
RUN go build -o portal

FROM alpine:3.18
WORKDIR /app
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=build /app/web /app/web
COPY --from=build /app/portal /app/portal
CMD ./portal --listen :80
