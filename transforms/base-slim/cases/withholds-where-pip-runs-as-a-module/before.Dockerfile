FROM python:3.12-bookworm
RUN python3 -m pip install mysqlclient
CMD ["python3", "--version"]
