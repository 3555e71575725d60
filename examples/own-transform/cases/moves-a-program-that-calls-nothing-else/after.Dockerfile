# Counts the parcels of the day
FROM registry.example.com/base/python:3.12-slim
RUN mkdir -p /var/lib/parcels && useradd --system parcels
COPY count.py /srv/
USER parcels
CMD ["python", "/srv/count.py"]
