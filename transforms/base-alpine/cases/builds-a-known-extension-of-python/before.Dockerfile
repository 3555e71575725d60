FROM python:3.12-bookworm
WORKDIR /srv
RUN pip install --no-cache-dir psycopg2
COPY app.py .
CMD ["python", "app.py"]
