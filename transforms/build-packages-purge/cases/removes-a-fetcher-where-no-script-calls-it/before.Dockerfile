FROM debian:bookworm-slim
COPY start.sh /start.sh
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates wget \
    && wget -qO /usr/local/bin/tool https://downloads.example.org/tool-1.4 \
    && chmod +x /usr/local/bin/tool /start.sh \
    && rm -rf /var/lib/apt/lists/*
CMD ["/start.sh"]
