FROM debian:bookworm
RUN apt-get update && apt-get install -y qemu-utils
CMD ["sh"]
