FROM python:3.12-bookworm
COPY report.py /
CMD ["python", "/report.py"]
