FROM python:3.12-slim-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install apt-transport-https
RUN curl -fsSLo /etc/flake8 https://example.com/flake8
CMD ["python", "--version"]
