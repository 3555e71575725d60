FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /bin/app

FROM alpine:3.19
COPY --from=build /bin/app /bin/app
EXPOSE 80
HEALTHCHECK CMD ["wget", "-q", "-O", "/dev/null", "http://localhost/"]
CMD ["/bin/app"]
