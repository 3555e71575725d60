FROM golang:1.24-bookworm AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/tides ./cmd/tides

FROM scratch
COPY --from=build /bin/tides /usr/local/bin/tides
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
EXPOSE 8080
USER 65534
ENTRYPOINT ["tides", "--listen", ":8080"]
