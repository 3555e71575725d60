FROM python:3.11-bookworm
RUN pip install psycopg2
COPY requirements.txt .
RUN pip install -r requirements.txt
CMD ["python", "-c", "import psycopg2"]
