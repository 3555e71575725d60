FROM debian:bookworm
RUN apt-get update && apt-get install -y curl jq && apt-get -y autoremove && apt-get clean && rm -rf /var/lib/apt/lists/*
RUN curl -fsSL https://example.com/catalog.json | jq . > /srv/catalog.json
