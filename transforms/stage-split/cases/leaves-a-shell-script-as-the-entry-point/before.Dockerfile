FROM golang:1.22-bookworm
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /usr/local/bin/mailer . && cp start.sh /start.sh
ENTRYPOINT ["/bin/sh", "/start.sh"]
