FROM debian:bookworm-slim
CMD ["cat", "/usr/share/doc/base-files/README"]
