# syntax=docker/dockerfile:1
FROM debian:bookworm
RUN mkdir /etc/app
RUN <<EOF
echo one
echo two
EOF
RUN cat > /etc/app/greeting <<WORDS && chmod 644 /etc/app/greeting
hello
WORDS
RUN ls /etc/app
