  FROM golang:1.22-bookworm AS build
RUN cd /src/x && CGO_ENABLED=0 go build -o /usr/local/bin/x .

  FROM gcr.io/distroless/static-debian13
  WORKDIR /go
  COPY --from=build /usr/local/bin/x /usr/local/bin/x
CMD ["x"]
