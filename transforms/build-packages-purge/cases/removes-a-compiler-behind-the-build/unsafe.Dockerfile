FROM debian:bookworm-slim
COPY src/ /tmp/src/
RUN apt-get update && \
    apt-get install -y --no-install-recommends gcc libc6-dev make && \
    make -C /tmp/src install && \
    apt-get purge -y --auto-remove gcc libc6-dev make && \
    rm -rf /tmp/src /var/lib/apt/lists/*
CMD ["/usr/local/bin/meter"]
