FROM debian:bookworm
CMD ["cat", "/usr/share/doc/base-files/README"]
