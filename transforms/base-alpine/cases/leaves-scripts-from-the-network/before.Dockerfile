FROM debian:bookworm
RUN apt-get update && apt-get install -y curl && curl -fsSL https://example.com/install | sh
CMD ["sh"]
