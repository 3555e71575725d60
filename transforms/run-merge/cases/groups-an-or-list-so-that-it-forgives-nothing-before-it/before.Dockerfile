FROM debian:bookworm
RUN make all
RUN make check || true
RUN id build || useradd build
RUN make install
