FROM debian:bookworm
USER 1000
RUN curl -fsSLo /tmp/tool.tar.gz https://example.com/tool.tar.gz && tar -xzf /tmp/tool.tar.gz -C /home/app
USER root
RUN rm /tmp/tool.tar.gz
