FROM python:3.11-bookworm
RUN \
    # The driver of the database.
    pip install psycopg2
CMD ["python", "-c", "import psycopg2"]
