FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/server ./cmd/server

FROM debian:bookworm-slim
RUN useradd -u 10001 runner
COPY --from=build --chown=runner:runner /out /runner
USER runner
