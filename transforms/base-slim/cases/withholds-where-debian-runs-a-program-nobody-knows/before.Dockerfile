FROM debian:bookworm
COPY cow /usr/local/bin/
RUN cow --all
CMD ["ls"]
