FROM debian:bookworm
USER games
COPY tool.tar.gz /tmp/
RUN tar xzf /tmp/tool.tar.gz -C /opt && rm /tmp/tool.tar.gz
