FROM golang:1.18-alpine AS build
WORKDIR /src
COPY . .
RUN go build -o /bin/app

FROM alpine:3.15
COPY --from=build /bin/app /bin/app
CMD ["/bin/app"]
