FROM python:3.11-bookworm
RUN pip install psycopg2
CMD pip install -r /plugins/requirements.txt && python -c "import psycopg2"
