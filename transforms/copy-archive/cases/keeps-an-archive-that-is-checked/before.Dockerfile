FROM debian:bookworm
COPY tool.tar.gz /tmp/
RUN sha256sum /tmp/tool.tar.gz && tar xzf /tmp/tool.tar.gz -C /opt && rm /tmp/tool.tar.gz
