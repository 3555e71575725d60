FROM python:3.12-slim
RUN pip install --no-cache-dir poetry
COPY pyproject.toml poetry.lock ./
RUN poetry install --only main --no-root
CMD ["poetry", "run", "app"]
