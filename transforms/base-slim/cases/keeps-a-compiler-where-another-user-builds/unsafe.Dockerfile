FROM python:3.11-slim-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends gcc libc6-dev libpq-dev \
    && rm -rf /var/lib/apt/lists/*
USER www-data
RUN pip install --user psycopg2
CMD ["python", "-c", "import psycopg2"]
