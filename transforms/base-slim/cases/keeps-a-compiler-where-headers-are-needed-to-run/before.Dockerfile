FROM python:3.11-bookworm
RUN pip install gdal
CMD ["python", "-c", "import osgeo"]
