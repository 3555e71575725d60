FROM python:2.7.8
RUN pip install Flask==0.10
CMD ["python", "app.py"]
