FROM python:3.12-alpine
RUN \
    # fetch the index first
    apk update && \
    # libraries at run time
    apk add libpq && \
    pip install psycopg2-binary
