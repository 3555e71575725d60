FROM python:3.12
COPY . /app
RUN useradd -m app && chown -R app:app /app
