FROM python:3.6
RUN pip install pandas
CMD ["python"]
