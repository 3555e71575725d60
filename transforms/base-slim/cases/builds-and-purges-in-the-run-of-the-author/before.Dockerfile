FROM python:3.11-bookworm
WORKDIR /app
RUN set -ex && \
  # The driver of the database.
  pip install --no-cache-dir psycopg2==2.9.9 && \
  rm -rf /root/.cache
RUN mkdir -p /var/data
CMD ["python", "-c", "import psycopg2"]
