FROM python:3.11-alpine
RUN apk add --no-cache --virtual .build-deps gcc musl-dev libpq-dev \
    && pip install --no-cache-dir requests \
    && apk del .build-deps
COPY app.py /
CMD ["python", "/app.py"]
