FROM debian:bookworm
RUN apt-get update && apt-get install -y curl && curl -fsSLo /usr/bin/relay https://example.com/relay-linux-amd64
CMD ["sh"]
