FROM alpine:3.20
RUN apk add --no-cache gcc musl-dev
COPY hello.c /srv/
RUN gcc -o /usr/local/bin/hello /srv/hello.c
RUN apk del gcc musl-dev
