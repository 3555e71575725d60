FROM golang:1.22-alpine AS builder
RUN apk add --no-cache ca-certificates tzdata && adduser -D -u 10001 crew
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /crew

FROM scratch
COPY --from=builder /usr/share/zoneinfo /usr/share/zoneinfo
COPY --from=builder /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=builder /etc/passwd /etc/passwd
COPY --from=builder /crew /crew
ENV TZ=Europe/Zurich
USER crew
ENTRYPOINT ["/crew"]
