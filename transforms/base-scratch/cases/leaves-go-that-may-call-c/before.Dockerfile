FROM golang:1.22-bookworm AS build
WORKDIR /src
COPY . .
RUN go build -o /bin/app

FROM debian:bookworm-slim
COPY --from=build /bin/app /bin/app
CMD ["/bin/app"]
