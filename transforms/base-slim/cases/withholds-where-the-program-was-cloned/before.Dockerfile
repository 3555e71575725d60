FROM python:3.12-bookworm
RUN git clone --depth 1 https://example.com/app.git /opt/app
CMD ["python", "/opt/app/main.py"]
