FROM alpine:3.22
RUN apk add --no-cache curl coreutils \
    && curl -fsSLo /data.json https://example.com/data.json \
    && echo "0123 /data.json" | sha256sum -c -
CMD ["cat", "/data.json"]
