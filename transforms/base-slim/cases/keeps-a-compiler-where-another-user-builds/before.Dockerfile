FROM python:3.11-bookworm
USER www-data
RUN pip install --user psycopg2
CMD ["python", "-c", "import psycopg2"]
