FROM debian:bookworm AS build

# Go, and git for its modules.
RUN apt-get update && apt-get install -y \
    golang-go \
    git \
    curl

ENV GOPATH=/go
ENV GOFLAGS=-mod=mod

WORKDIR /go/src/pager
COPY . .
RUN go vet ./...
RUN go build -o /usr/local/bin/pager .

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y \
    curl \
    ca-certificates
ENV GOPATH=/go
ENV GOFLAGS=-mod=mod
WORKDIR /go/src/pager
COPY --from=build /usr/local/bin/pager /usr/local/bin/pager

# The one port.
EXPOSE 7070
CMD ["pager"]
