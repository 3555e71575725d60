FROM python:2-onbuild
MAINTAINER The team <team@example.org>
LABEL purpose=reports
CMD ["python", "report.py"]
