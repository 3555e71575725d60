FROM python:3.12-slim
WORKDIR /app
COPY . .
ENV PATH=/app/.venv/bin:$PATH
RUN pip install gunicorn
CMD ["gunicorn", "app:app"]
