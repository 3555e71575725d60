FROM python:3.11-slim-bookworm
RUN apt-get update && apt-get install -y gcc=4:12.2.0-3 tzdata=2024a-0+deb12u1 libpq-dev=15.13-0+deb12u1
# The driver of the database.
RUN pip install psycopg2==2.9.9
COPY main.py /srv/
CMD ["python", "/srv/main.py"]
