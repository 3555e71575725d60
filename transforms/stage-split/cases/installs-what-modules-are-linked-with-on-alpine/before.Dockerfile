FROM python:3.9-alpine
RUN apk add --no-cache g++ libffi-dev libxml2-dev libxslt-dev
COPY requirements.txt /
RUN pip install -r /requirements.txt
COPY main.py /
ENTRYPOINT ["python", "/main.py"]
