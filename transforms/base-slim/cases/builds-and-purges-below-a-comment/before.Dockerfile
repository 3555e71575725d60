FROM python:3.11-bookworm
# The driver of the database.
RUN pip install psycopg2
CMD ["python", "-c", "import psycopg2"]
