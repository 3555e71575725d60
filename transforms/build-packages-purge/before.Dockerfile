FROM python:3.12-slim-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends gcc libc6-dev libpq-dev \
    && pip install --no-cache-dir psycopg2 gunicorn \
    && rm -rf /var/lib/apt/lists/*
COPY shop /srv/shop
WORKDIR /srv
CMD ["gunicorn", "shop.wsgi"]
