FROM debian:bookworm
COPY app.py /
CMD ["/usr/bin/sleep", "9"]
