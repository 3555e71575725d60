FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN make build && cp out/app /bin/app

FROM debian:bookworm-slim
COPY --from=build /bin/app /bin/app
CMD ["/bin/app"]
