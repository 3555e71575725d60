FROM python:3.11

ENV PYTHONUNBUFFERED 1

# envsubst for the settings, psql for the migrations
RUN apt-get update && apt-get install -y gettext-base postgresql-client \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /app
COPY requirements.txt /app/
RUN pip install --no-cache-dir -r requirements.txt

COPY . /app
RUN chmod +x entrypoint.sh \
    && mkdir -p /app/static /app/media

ENTRYPOINT ["./entrypoint.sh"]
