FROM python:3.12-slim-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends default-libmysqlclient-dev gcc libc6-dev libmariadb3 pkg-config \
    && pip install mysqlclient \
    && apt-get purge -y --auto-remove default-libmysqlclient-dev gcc libc6-dev pkg-config \
    && rm -rf /var/lib/apt/lists/*
CMD ["python", "--version"]
