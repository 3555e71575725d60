FROM golang:1.22 AS build
WORKDIR /src
COPY . .
RUN go build -o /out/server ./cmd/server

FROM debian:bookworm-slim
RUN useradd -u 10001 runner
COPY --from=build /out /runner
RUN chown --recursive runner:runner /runner
USER runner
