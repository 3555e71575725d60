FROM debian:bookworm
RUN apt-get update && apt-get install -y locales && locale-gen de_DE.UTF-8
CMD ["sh"]
