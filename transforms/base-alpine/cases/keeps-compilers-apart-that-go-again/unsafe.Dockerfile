FROM python:3.12-alpine
RUN apk add --no-cache libpq
RUN apk add --no-cache --virtual .build-deps gcc musl-dev libpq-dev \
    && pip install --no-cache-dir psycopg2 \
    && apk del .build-deps
COPY app.py /
CMD ["python", "/app.py"]
