FROM debian:bookworm
COPY tool.tar.gz /opt/
RUN tar xzf /opt/tool.tar.gz -C /opt
