FROM golang:1.21 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/watchdog

FROM alpine:3.18
COPY --from=build /bin/watchdog /bin/watchdog
ENTRYPOINT ["/bin/watchdog", "--"]
