# Compiles the gate.
FROM golang:1.22-alpine AS builder
RUN apk add --no-cache git
ENV CGO_ENABLED=0 GOOS=linux
WORKDIR /go/src/gate
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -ldflags="-s -w" -o gate .

# Runs it.
FROM gcr.io/distroless/static-debian13
LABEL org.opencontainers.image.title="gate"
WORKDIR /app
COPY --from=builder /go/src/gate/gate .
COPY --from=builder /go/src/gate/config/ config/
ENV GATE_PORT=9000
EXPOSE ${GATE_PORT}
CMD ["./gate", "-config", "config/gate.yml"]
