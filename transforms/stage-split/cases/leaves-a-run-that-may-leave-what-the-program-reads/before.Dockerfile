FROM golang:1.22-bookworm
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /usr/local/bin/geo .
RUN geo fetch-maps --to /var/lib/geo
CMD ["geo", "serve"]
