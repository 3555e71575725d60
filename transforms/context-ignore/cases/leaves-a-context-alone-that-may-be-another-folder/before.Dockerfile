FROM python:3.12-slim
COPY services/api /srv
COPY . /all
CMD ["python", "/srv/main.py"]
