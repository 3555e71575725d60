FROM ubuntu:24.04

RUN mkdir -p /srv/site \
  && apt-get update && apt-get install -y --no-install-recommends git less \
  && rm -rf /var/lib/apt/lists/*

CMD ["git", "--version"]
