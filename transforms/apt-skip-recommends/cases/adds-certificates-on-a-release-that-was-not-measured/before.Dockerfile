FROM debian:bullseye

RUN apt-get update && apt-get install -y curl \
    && curl -fsSLO https://example.com/tool \
    && install -m 755 tool /usr/local/bin/tool \
    && rm -rf tool /var/lib/apt/lists/*

CMD ["tool"]
