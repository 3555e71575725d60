FROM debian:bullseye

RUN apt-get update && apt-get install --no-install-recommends -y curl ca-certificates \
    && curl -fsSLO https://example.com/tool \
    && install -m 755 tool /usr/local/bin/tool \
    && rm -rf tool /var/lib/apt/lists/*

CMD ["tool"]
