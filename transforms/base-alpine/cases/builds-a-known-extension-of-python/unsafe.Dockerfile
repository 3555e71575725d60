FROM python:3.12-alpine
RUN apk add --no-cache gcc libpq libpq-dev musl-dev
WORKDIR /srv
RUN pip install --no-cache-dir psycopg2
COPY app.py .
CMD ["python", "app.py"]
