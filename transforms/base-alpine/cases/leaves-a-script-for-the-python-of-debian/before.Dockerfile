FROM python:3.12
COPY app.py /app.py
CMD ["/app.py"]
