FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/app

FROM debian:bookworm-slim
ENV PATH=$PATH:/opt/bin
COPY --from=build /bin/app /opt/bin/app
CMD ["app"]
