FROM python:3.11-slim-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends gcc libc6-dev libpq-dev \
    && rm -rf /var/lib/apt/lists/*
RUN pip install psycopg2
COPY requirements.txt .
RUN pip install -r requirements.txt
CMD ["python", "-c", "import psycopg2"]
