FROM python:3.12-slim-bookworm
COPY report.py /
CMD ["python", "/report.py"]
