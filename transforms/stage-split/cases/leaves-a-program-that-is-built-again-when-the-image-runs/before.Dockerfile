FROM golang:1.22-bookworm
WORKDIR /src
COPY . .
RUN go install example.com/tools/reflex@v0.3.1
RUN CGO_ENABLED=0 go build ./...
CMD ["reflex", "-r", "\\.go$", "--", "go", "run", "."]
