FROM python:3.11-slim-bookworm
WORKDIR /app
RUN set -ex && \
  apt-get update && \
  apt-get install -y --no-install-recommends gcc libc6-dev libpq-dev libpq5 && \
  # The driver of the database.
  pip install --no-cache-dir psycopg2==2.9.9 && \
  rm -rf /root/.cache && \
  apt-get purge -y --auto-remove gcc libc6-dev libpq-dev && \
  rm -rf /var/lib/apt/lists/*
RUN mkdir -p /var/data
CMD ["python", "-c", "import psycopg2"]
