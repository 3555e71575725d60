FROM python:3.12
RUN pip install "pandas==1.3.5"
CMD ["python"]
