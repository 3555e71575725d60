FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/app

FROM debian:bookworm-slim
COPY --from=busybox:1.36 /bin/busybox /bin/busybox
COPY --from=build /bin/app /bin/app
CMD ["/bin/app"]
