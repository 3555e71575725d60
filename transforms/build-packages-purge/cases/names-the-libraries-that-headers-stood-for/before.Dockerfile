FROM python:3.11-slim-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends \
        build-essential \
        libffi-dev \
        libssl-dev \
        libxml2 \
        libxml2-dev \
    && pip install lxml cffi cryptography
CMD ["python", "-m", "worker"]
