FROM debian:bookworm
ADD https://example.com/relay /usr/local/bin/relay
RUN chmod +x /usr/local/bin/relay
CMD ["relay"]
