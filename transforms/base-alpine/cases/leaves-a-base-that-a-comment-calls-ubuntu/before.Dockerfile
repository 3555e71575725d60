# Set the base image to Ubuntu
FROM ubuntu:24.04

RUN apt-get update && apt-get install -y --no-install-recommends dnsutils \
    && rm -rf /var/lib/apt/lists/*

CMD ["dig", "example.com"]
