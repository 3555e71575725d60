FROM golang:1.21 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/reader

FROM golang:1.21
COPY --from=build /bin/reader /bin/reader
CMD ["/bin/reader"]
