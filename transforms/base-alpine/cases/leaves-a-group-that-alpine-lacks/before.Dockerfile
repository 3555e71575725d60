FROM debian:bookworm
RUN useradd -m app && usermod -aG sasl app
CMD ["sh"]
