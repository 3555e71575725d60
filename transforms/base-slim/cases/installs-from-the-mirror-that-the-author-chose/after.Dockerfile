FROM python:3.12-slim-bookworm
# A mirror that is near.
RUN sed -i 's/deb.debian.org/mirror.example.com/' /etc/apt/sources.list.d/debian.sources

RUN apt-get update \
    && apt-get install -y --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /srv
RUN curl -fsS -o /opt/model.bin https://example.com/model.bin
CMD ["python", "--version"]
