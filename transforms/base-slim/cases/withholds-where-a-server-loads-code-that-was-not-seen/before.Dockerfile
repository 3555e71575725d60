FROM python:3.12-bookworm
RUN pip install flask gunicorn
WORKDIR /app
CMD ["gunicorn", "shop:app"]
