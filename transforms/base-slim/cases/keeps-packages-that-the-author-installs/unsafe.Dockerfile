FROM python:3.11-slim-bookworm
RUN apt-get update && apt-get install -y build-essential default-libmysqlclient-dev pkg-config && rm -rf /var/lib/apt/lists/*
RUN pip install mysqlclient
CMD ["python", "-c", "import MySQLdb"]
