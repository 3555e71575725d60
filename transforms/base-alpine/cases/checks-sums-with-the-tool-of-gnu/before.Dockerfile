FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y curl \
    && curl -fsSLo /data.json https://example.com/data.json \
    && echo "0123 /data.json" | sha256sum -c -
CMD ["cat", "/data.json"]
