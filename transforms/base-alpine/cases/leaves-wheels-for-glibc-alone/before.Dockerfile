FROM python:3.12-slim
RUN pip install torch
COPY app.py /
CMD ["python", "/app.py"]
