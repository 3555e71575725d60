FROM golang:1.22-bookworm AS build
WORKDIR /srv/mail
COPY . .
RUN CGO_ENABLED=0 go build -o mail .

FROM debian:bookworm-slim
WORKDIR /srv/mail
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=build /srv/mail/static /srv/mail/static
COPY --from=build /srv/mail/mail /srv/mail/mail
# Nobody else may read it.
RUN useradd --system postman && chown -R postman /srv/mail
USER postman
CMD ["./mail"]
