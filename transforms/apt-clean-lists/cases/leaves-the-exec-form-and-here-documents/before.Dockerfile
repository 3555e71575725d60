# syntax=docker/dockerfile:1
FROM debian:bookworm
RUN ["apt-get", "update"]
RUN <<EOF
apt-get update
apt-get install -y curl
EOF
