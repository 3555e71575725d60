FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/app

# What is shipped.
FROM alpine:3.19

# Certificates for the gateway, whose own are of a public authority.

RUN apk add --no-cache ca-certificates

COPY --from=build /bin/app /bin/app
CMD ["/bin/app"]
