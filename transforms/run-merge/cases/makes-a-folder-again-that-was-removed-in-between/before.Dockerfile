FROM debian:bookworm
RUN curl -fsSL https://example.com/tool.tar.gz -o /tool.tar.gz
WORKDIR /build
RUN tar -xzf /tool.tar.gz && make install
WORKDIR /
RUN rm -rf /build
WORKDIR /build
RUN touch ready
