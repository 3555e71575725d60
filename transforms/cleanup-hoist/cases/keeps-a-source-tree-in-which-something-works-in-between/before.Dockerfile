FROM debian:bookworm
RUN git clone --depth 1 https://example.com/tool.git /usr/src/tool
WORKDIR /usr/src/tool
RUN make install
WORKDIR /
RUN rm -rf /usr/src/tool
