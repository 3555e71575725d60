FROM python:3.12-slim-bookworm
RUN apt-get update && apt-get install -y gcc libc6-dev && pip install uwsgi
COPY requirements.txt .
RUN pip install -r requirements.txt
CMD ["uwsgi", "--ini", "app.ini"]
