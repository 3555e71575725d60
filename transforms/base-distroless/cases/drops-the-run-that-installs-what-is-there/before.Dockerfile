FROM golang:1.21 AS build
WORKDIR /work
ADD . /work
RUN export CGO_ENABLED=0 && cd cmd/relay && go build -o /out/relay

FROM alpine:latest AS final
RUN apk --no-cache add ca-certificates tzdata && update-ca-certificates
COPY --from=build /out /srv
ENTRYPOINT ["/srv/relay"]
