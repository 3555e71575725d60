FROM python:3.4
RUN pip install Flask==0.10.1 uWSGI==2.0.8 requests==2.5.1
CMD ["python", "--version"]
