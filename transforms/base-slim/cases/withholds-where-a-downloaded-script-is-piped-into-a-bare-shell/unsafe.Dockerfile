FROM python:3.12-slim-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/*
# Both read what they run from the pipe.
RUN curl -fsSL https://example.com/setup | sh
RUN curl -fsSL https://example.com/install.py | python3
CMD ["python", "-m", "http.server"]
