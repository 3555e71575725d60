FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/harbour .

FROM alpine:3.20
RUN apk add --no-cache ca-certificates
WORKDIR /srv
COPY --from=build /out/harbour .
COPY --from=build /src/views ./views/
COPY --from=build /src/assets ./assets/

EXPOSE 8001
ENTRYPOINT ["/srv/harbour"]
