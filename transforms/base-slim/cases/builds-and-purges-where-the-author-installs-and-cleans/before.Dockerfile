FROM python:3.11-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends \
        curl \
        git \
    && pip install mysqlclient \
    && rm -rf /var/lib/apt/lists/*
CMD ["python", "-c", "import MySQLdb"]
