FROM python:3.12-slim-bookworm
LABEL org.opencontainers.image.title="greeter"

# Packages come through the proxy of the company.
ENV http_proxy=http://proxy.example.com:3128

RUN apt-get update \
    && apt-get install -y --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/*

ENV PORT=8000

# The model.
RUN curl -fsS -o /opt/model.bin https://example.com/model.bin
CMD ["python", "--version"]
