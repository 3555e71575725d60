from golang:1.22-bookworm as build
# Built where it was copied.
copy . /go/src/lamp
run cd /go/src/lamp && CGO_ENABLED=0 go build -o lamp . && mv lamp /usr/local/bin/ && mkdir -p /var/lib/lamp

from debian:bookworm-slim
workdir /go
run mkdir -p /var/lib/lamp
copy --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
copy --from=build /usr/local/bin/lamp /usr/local/bin/lamp
# What it answers.
expose 80
cmd lamp --data /var/lib/lamp
