FROM debian:bookworm
RUN make all \
    && { make check || true; } \
    && { id build || useradd build; } \
    && make install
