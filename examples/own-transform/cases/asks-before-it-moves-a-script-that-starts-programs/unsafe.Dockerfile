FROM registry.example.com/base/python:3.12-slim
COPY sync.py /srv/
CMD ["python", "/srv/sync.py"]
