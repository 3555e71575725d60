FROM python:3.11-slim-bookworm
# The driver of the database.
RUN apt-get update \
    && apt-get install -y --no-install-recommends gcc libc6-dev libpq-dev libpq5 \
    && pip install psycopg2 \
    && apt-get purge -y --auto-remove gcc libc6-dev libpq-dev \
    && rm -rf /var/lib/apt/lists/*
CMD ["python", "-c", "import psycopg2"]
