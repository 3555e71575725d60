FROM python:3.12-bookworm
WORKDIR /app
COPY requirements.txt /srv/
RUN pip install -r requirements.txt
CMD ["python", "--version"]
