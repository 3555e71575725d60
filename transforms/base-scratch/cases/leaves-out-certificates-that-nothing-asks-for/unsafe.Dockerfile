FROM golang:1.23 AS build
WORKDIR /src
COPY go.mod main.go ./
RUN CGO_ENABLED=0 go build -o sum .

FROM scratch
COPY --from=build /src/sum /sum
CMD ["/sum"]
