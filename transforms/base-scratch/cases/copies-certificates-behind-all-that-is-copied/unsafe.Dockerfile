FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/harbour .

FROM scratch
WORKDIR /srv
COPY --from=build /out/harbour .
COPY --from=build /src/views ./views/
COPY --from=build /src/assets ./assets/
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/

EXPOSE 8001
ENTRYPOINT ["/srv/harbour"]
