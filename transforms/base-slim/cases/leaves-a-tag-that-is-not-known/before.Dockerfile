FROM python:3.12-acme
CMD ["python", "--version"]
