FROM python:3.12-slim-bookworm
RUN pip install flask gunicorn
WORKDIR /app
CMD ["gunicorn", "shop:app"]
