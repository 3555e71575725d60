FROM python:3.11-bookworm
RUN apt-get update && apt-get install -y build-essential && rm -rf /var/lib/apt/lists/*
RUN pip install mysqlclient
CMD ["python", "-c", "import MySQLdb"]
