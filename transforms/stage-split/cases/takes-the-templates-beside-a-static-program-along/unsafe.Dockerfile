FROM golang:1.21 AS build
WORKDIR /srv/wiki
ADD . .
RUN go mod download && CGO_ENABLED=0 go build

FROM gcr.io/distroless/static-debian13
MAINTAINER The Wiki Team
WORKDIR /srv/wiki
COPY --from=build /srv/wiki/templates /srv/wiki/templates
COPY --from=build /srv/wiki/wiki.yml /srv/wiki/wiki.yml
COPY --from=build /srv/wiki/wiki /srv/wiki/wiki
EXPOSE 8000
# Pages lie in templates.
CMD ["./wiki"]
