from golang:1.22-bookworm
# Built where it was copied.
copy . /go/src/lamp
run cd /go/src/lamp && CGO_ENABLED=0 go build -o lamp . && mv lamp /usr/local/bin/ && mkdir -p /var/lib/lamp
# What it answers.
expose 80
cmd lamp --data /var/lib/lamp
