FROM python:3.12-slim-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/*
# Checks the code that is mounted at /code.
RUN pip install --no-cache-dir flake8
RUN curl -fsSLo /etc/flake8 https://example.com/flake8
WORKDIR /code
ENTRYPOINT ["flake8", "--config", "/etc/flake8"]
