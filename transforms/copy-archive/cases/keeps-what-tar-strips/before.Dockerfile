FROM debian:bookworm
COPY tool.tar.gz /tmp/
RUN tar xzf /tmp/tool.tar.gz -C /opt --strip-components=1 && rm /tmp/tool.tar.gz
