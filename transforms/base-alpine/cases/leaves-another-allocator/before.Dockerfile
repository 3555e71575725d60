FROM debian:bookworm
ENV LD_PRELOAD=/usr/lib/libhardened.so
CMD ["sh"]
