FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/app

FROM debian:bookworm-slim
COPY --from=build --chown=app:app /bin/app /bin/app
CMD ["/bin/app"]
