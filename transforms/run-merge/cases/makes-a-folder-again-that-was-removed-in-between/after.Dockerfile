FROM debian:bookworm
RUN curl -fsSL https://example.com/tool.tar.gz -o /tool.tar.gz \
    && mkdir -p /build \
    && cd /build \
    && tar -xzf /tool.tar.gz && make install \
    && cd / \
    && rm -rf /build \
    && mkdir -p /build \
    && cd /build \
    && touch ready
WORKDIR /build
