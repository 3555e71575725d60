FROM debian:bookworm
SHELL ["/bin/bash", "-eo", "pipefail", "-c"]
RUN curl -fsSL https://example.com/tool.tar.gz | tar -xz -C /usr/local
RUN cd /usr/local/tool && make install
RUN tool --version; tool selftest
RUN mkdir /data
