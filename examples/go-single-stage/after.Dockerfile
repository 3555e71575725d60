FROM golang:1.25

WORKDIR /app

# Modules first: they change less often than the code
COPY go.mod ./
RUN go mod download

COPY *.go ./
COPY templates/ templates/
RUN go build -o guestbook .

EXPOSE 8080
USER 10001
CMD ["./guestbook"]
