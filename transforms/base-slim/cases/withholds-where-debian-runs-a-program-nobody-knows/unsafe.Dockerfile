FROM debian:bookworm-slim
COPY cow /usr/local/bin/
RUN cow --all
CMD ["ls"]
