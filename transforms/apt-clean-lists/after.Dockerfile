FROM debian:bookworm-slim
RUN apt-get update && \
    apt-get install -y --no-install-recommends ca-certificates curl && \
    useradd --system web && \
    rm -rf /var/lib/apt/lists/* # runs the server
COPY server /usr/local/bin/
RUN apt-get update && \
    apt-get install -y --no-install-recommends tini && \
    rm -rf /var/lib/apt/lists/*
USER web
ENTRYPOINT ["tini", "server"]
