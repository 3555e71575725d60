FROM golang:1.20 as compile
WORKDIR /go/src/probe
COPY . .
RUN CGO_ENABLED=0 go install ./...

FROM golang:1.20
WORKDIR /
COPY --from=compile /go/bin/probe /probe
CMD ["/probe"]
