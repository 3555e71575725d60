FROM debian:bookworm
COPY tool.tar.gz /tmp/
# version 2 of the tool
RUN tar xzf /tmp/tool.tar.gz -C /opt && rm /tmp/tool.tar.gz
