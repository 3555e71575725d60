FROM golang:1.22-bookworm AS build
RUN useradd --system clerk
WORKDIR /srv/desk
COPY --chown=clerk . .
RUN CGO_ENABLED=0 go build -o desk .
USER clerk
CMD ["./desk"]
