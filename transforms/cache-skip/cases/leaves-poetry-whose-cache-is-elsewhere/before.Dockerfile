FROM python:3.12-slim
ENV POETRY_CACHE_DIR=/var/cache/poetry
RUN poetry install --only main
