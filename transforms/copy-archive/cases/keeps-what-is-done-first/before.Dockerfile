FROM debian:bookworm
COPY tool.tar.xz /tmp/
RUN apt-get update && apt-get install -y xz-utils && tar xJf /tmp/tool.tar.xz -C /opt && rm /tmp/tool.tar.xz
