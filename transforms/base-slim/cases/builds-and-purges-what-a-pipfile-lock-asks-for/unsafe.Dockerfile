FROM python:3.12-slim-bookworm
WORKDIR /srv
RUN pip install --no-cache-dir pipenv
COPY Pipfile Pipfile.lock ./
RUN apt-get update \
    && apt-get install -y --no-install-recommends gcc libc6-dev libpq-dev libpq5 \
    && pipenv sync --system \
    && apt-get purge -y --auto-remove gcc libc6-dev libpq-dev \
    && rm -rf /var/lib/apt/lists/*
COPY server.py ./
CMD ["pipenv", "run", "python", "server.py"]
