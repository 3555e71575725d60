FROM python:3.10-slim
ENV PIP_PREFIX=/opt/site
RUN apt-get update && apt-get install -y gcc
COPY . /app
RUN pip install -r /app/requirements.txt
CMD ["python", "/app/app.py"]
