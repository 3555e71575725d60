FROM python:3.11-slim-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends g++ libgdal-dev \
    && rm -rf /var/lib/apt/lists/*
RUN pip install gdal
CMD ["python", "-c", "import osgeo"]
