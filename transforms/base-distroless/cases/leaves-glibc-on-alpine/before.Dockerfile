FROM golang:1.19 AS build
WORKDIR /src
COPY . .
RUN go build -o /bin/app

FROM alpine:3.19
COPY --from=build /bin/app /bin/app
CMD ["/bin/app"]
