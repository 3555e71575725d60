FROM python:3.12-bookworm

LABEL org.opencontainers.image.base.name="docker.io/library/python:3.12-bookworm"

COPY app.py /srv/
CMD ["python", "/srv/app.py"]
