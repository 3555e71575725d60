FROM python:3.12-bookworm
RUN ["pip", "install", "mysqlclient"]
CMD ["python", "--version"]
