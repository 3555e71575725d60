FROM golang:1.22-alpine AS build
RUN apk add --no-cache build-base
WORKDIR /src
COPY . .
RUN go build -o /bin/app

FROM alpine:3.19
COPY --from=build /bin/app /bin/app
CMD ["/bin/app"]
