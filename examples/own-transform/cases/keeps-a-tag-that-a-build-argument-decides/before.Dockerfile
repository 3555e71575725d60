ARG PYTHON=3.12
FROM registry.example.com/base/python:${PYTHON}
CMD ["python"]
