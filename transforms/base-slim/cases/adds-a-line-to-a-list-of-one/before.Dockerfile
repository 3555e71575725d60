FROM python:3.12-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        sqlite3 \
    && rm -rf /var/lib/apt/lists/*
RUN curl -fsS -o /opt/model.bin https://example.com/model.bin
CMD ["python", "--version"]
