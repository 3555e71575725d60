FROM python:3.12-slim-bookworm
RUN python3 -m pip install mysqlclient
CMD ["python3", "--version"]
