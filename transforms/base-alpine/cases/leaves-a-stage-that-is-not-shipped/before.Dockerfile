FROM debian:bookworm AS fetch
RUN apt-get update && apt-get install -y curl
RUN curl -fsSLo /data https://example.com/data

FROM scratch
COPY --from=fetch /data /data
