FROM python:3.9-alpine

COPY docker/repositories /etc/apk/repositories
COPY docker/pip.conf /etc/pip.conf

RUN apk add --no-cache bash g++ libffi-dev
RUN pip install --no-cache-dir cffi==1.16.0

COPY report.py /srv/
CMD ["python", "/srv/report.py"]
