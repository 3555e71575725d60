FROM debian:bookworm
RUN useradd -m guest
CMD ["sh"]
