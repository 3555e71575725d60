FROM golang:1.23-alpine AS build
WORKDIR /src
COPY . .
RUN GO111MODULE=on go build -trimpath -o /src/bin/ ./cmd/...

FROM alpine:3.20 AS pack
COPY --from=build /src/bin/courier /pack/courier
RUN wget -O /pack/list.txt https://example.org/list.txt

FROM alpine:3.20
COPY --from=pack /pack/courier /courier
COPY --from=pack /pack/list.txt /etc/courier/list.txt
ENTRYPOINT ["/courier"]
CMD ["--list", "/etc/courier/list.txt"]
