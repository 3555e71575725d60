FROM golang:1.24-bookworm AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/tides ./cmd/tides

FROM gcr.io/distroless/static-debian13
COPY --from=build /bin/tides /usr/local/bin/tides
EXPOSE 8080
USER nobody
ENTRYPOINT ["tides", "--listen", ":8080"]
