FROM debian:bookworm
WORKDIR /tmp/src
RUN make install && rm -rf /tmp/src
RUN git init
