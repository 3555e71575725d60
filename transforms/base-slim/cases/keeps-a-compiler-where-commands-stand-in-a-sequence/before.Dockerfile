FROM python:3.11-bookworm
RUN pip install psycopg2; rm -rf /root/.cache
CMD ["python", "-c", "import psycopg2"]
