FROM python:3.10-slim-bullseye
WORKDIR /app
COPY requirements.txt .
RUN apt-get update && apt-get install -y gcc && pip install -r requirements.txt
COPY app.py .
CMD ["python", "app.py"]
