FROM python:3.11-slim-bookworm AS build
RUN apt-get update && apt-get install -y gcc=4:12.2.0-3 tzdata=2024a-0+deb12u1 libpq-dev=15.13-0+deb12u1
# The driver of the database.
RUN pip install psycopg2==2.9.9

FROM python:3.11-slim-bookworm
RUN apt-get update && apt-get install -y tzdata=2024a-0+deb12u1 libpq5
COPY --from=build /usr/local/lib/python3.11/site-packages /usr/local/lib/python3.11/site-packages
COPY --from=build /usr/local/bin /usr/local/bin
COPY main.py /srv/
CMD ["python", "/srv/main.py"]
