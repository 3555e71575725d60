FROM debian:bookworm-slim
ENV LANG=de_DE.UTF-8
CMD ["date"]
