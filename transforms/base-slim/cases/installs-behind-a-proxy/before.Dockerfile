FROM python:3.12-bookworm
LABEL org.opencontainers.image.title="greeter"

# Packages come through the proxy of the company.
ENV http_proxy=http://proxy.example.com:3128

ENV PORT=8000

# The model.
RUN curl -fsS -o /opt/model.bin https://example.com/model.bin
CMD ["python", "--version"]
