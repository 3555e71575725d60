ARG PYTHON
FROM python:$PYTHON
CMD ["python", "--version"]
