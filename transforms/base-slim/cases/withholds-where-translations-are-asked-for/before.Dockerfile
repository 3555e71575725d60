FROM debian:bookworm
ENV LANG=de_DE.UTF-8
CMD ["date"]
