FROM debian:bookworm
RUN apt-get update && apt-get install -y curl:i386
CMD ["sh"]
