FROM debian:bookworm
RUN apt-get update && apt-get install -y curl
RUN curl -fsSLo /srv/catalog.json https://example.com/catalog.json
RUN apt-get purge -y curl && apt-get autoremove -y
