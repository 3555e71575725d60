FROM python:3.11-bookworm AS base
RUN pip install psycopg2
FROM base
COPY requirements.txt .
RUN pip install -r requirements.txt
CMD ["python", "-c", "import psycopg2"]
