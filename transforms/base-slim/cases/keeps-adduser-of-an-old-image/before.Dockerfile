FROM python:2.7
RUN apt-get update && apt-get install -y sudo && rm -rf /var/lib/apt/lists/*
RUN adduser --disabled-password app
COPY server.py /srv/
CMD ["python", "/srv/server.py"]
