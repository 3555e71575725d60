FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/app

FROM alpine:3.19
# The gateway has a public certificate.
RUN apk add --no-cache ca-certificates
COPY --from=build /bin/app /bin/app
CMD ["/bin/app"]
