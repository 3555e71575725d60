FROM debian:bookworm
RUN groupadd -r -g 999 app && useradd -r -u 999 -g app app
CMD ["sh"]
