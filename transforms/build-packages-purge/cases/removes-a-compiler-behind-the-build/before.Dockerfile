FROM debian:bookworm-slim
COPY src/ /tmp/src/
RUN apt-get update && \
    apt-get install -y --no-install-recommends gcc libc6-dev make && \
    make -C /tmp/src install && \
    rm -rf /tmp/src /var/lib/apt/lists/*
CMD ["/usr/local/bin/meter"]
