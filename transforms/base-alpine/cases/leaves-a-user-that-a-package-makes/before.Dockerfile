FROM debian:bookworm
RUN apt-get update && apt-get install -y tor
USER debian-tor
CMD ["sh"]
