FROM python:3.9-alpine AS build

COPY docker/repositories /etc/apk/repositories
COPY docker/pip.conf /etc/pip.conf

RUN apk add --no-cache bash g++ libffi-dev
RUN pip install --no-cache-dir cffi==1.16.0

FROM python:3.9-alpine
COPY docker/repositories /etc/apk/repositories
COPY docker/pip.conf /etc/pip.conf
RUN apk add --no-cache bash libstdc++
COPY --from=build /usr/local/lib/python3.9/site-packages /usr/local/lib/python3.9/site-packages
COPY --from=build /usr/local/bin /usr/local/bin

COPY report.py /srv/
CMD ["python", "/srv/report.py"]
