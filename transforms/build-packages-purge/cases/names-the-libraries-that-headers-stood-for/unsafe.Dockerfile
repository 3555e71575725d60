FROM python:3.11-slim-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends \
        build-essential \
        libffi-dev \
        libssl-dev \
        libxml2 \
        libxml2-dev \
        libffi8 \
        libssl3 \
    && pip install lxml cffi cryptography \
    && apt-get purge -y --auto-remove build-essential libffi-dev libssl-dev libxml2-dev
CMD ["python", "-m", "worker"]
