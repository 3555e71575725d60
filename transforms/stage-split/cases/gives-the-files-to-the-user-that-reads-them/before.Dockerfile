FROM golang:1.22-bookworm
WORKDIR /srv/mail
COPY . .
RUN CGO_ENABLED=0 go build -o mail .
# Nobody else may read it.
RUN useradd --system postman && chown -R postman /srv/mail
USER postman
CMD ["./mail"]
