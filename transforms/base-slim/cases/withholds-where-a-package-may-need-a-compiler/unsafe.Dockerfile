FROM python:3.12-slim-bookworm
RUN pip install mysqlclient
CMD ["python", "--version"]
