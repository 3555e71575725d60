FROM golang:1.21 AS build
WORKDIR /work
ADD . /work
RUN export CGO_ENABLED=0 && cd cmd/relay && go build -o /out/relay

FROM gcr.io/distroless/static-debian13 AS final
COPY --from=build /out /srv
ENTRYPOINT ["/srv/relay"]
