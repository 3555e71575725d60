FROM golang:1.25 AS build

WORKDIR /app

# Modules first: they change less often than the code
COPY go.mod ./
RUN go mod download

COPY *.go ./
COPY templates/ templates/
RUN CGO_ENABLED=0 go build -o guestbook .

FROM gcr.io/distroless/static-debian13
WORKDIR /app
COPY --from=build /app/templates /app/templates
COPY --from=build /app/guestbook /app/guestbook

EXPOSE 8080
USER 10001
CMD ["./guestbook"]
