FROM python:3.12-alpine
RUN \
    # fetch the index first
    # libraries at run time
    apk add --no-cache libpq && \
    pip install psycopg2-binary
