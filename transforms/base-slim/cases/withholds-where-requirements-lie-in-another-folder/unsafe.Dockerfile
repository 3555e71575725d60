FROM python:3.12-slim-bookworm
WORKDIR /app
COPY requirements.txt /srv/
RUN pip install -r requirements.txt
CMD ["python", "--version"]
