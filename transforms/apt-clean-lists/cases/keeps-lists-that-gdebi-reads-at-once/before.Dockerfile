FROM debian:bookworm
RUN apt-get update && apt-get install -y gdebi-core
ADD https://example.com/tool.deb /tmp/
RUN gdebi -n /tmp/tool.deb
