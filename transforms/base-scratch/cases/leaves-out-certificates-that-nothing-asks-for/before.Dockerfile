FROM golang:1.23 AS build
WORKDIR /src
COPY go.mod main.go ./
RUN CGO_ENABLED=0 go build -o sum .

FROM alpine:3.20
COPY --from=build /src/sum /sum
CMD ["/sum"]
