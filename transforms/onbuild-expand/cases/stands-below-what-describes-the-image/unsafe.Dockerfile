FROM python:2.7
MAINTAINER The team <team@example.org>
LABEL purpose=reports
WORKDIR /usr/src/app
COPY requirements.txt /usr/src/app/
RUN pip install --no-cache-dir -r requirements.txt
COPY . /usr/src/app
CMD ["python", "report.py"]
