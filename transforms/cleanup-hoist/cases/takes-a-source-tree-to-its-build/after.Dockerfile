FROM debian:bookworm
RUN git clone --depth 1 https://example.com/tool.git /usr/src/tool && \
  make -C /usr/src/tool install && \
  rm -rf /usr/src/tool
