FROM python:3.12-bookworm
WORKDIR /srv
RUN pip install --no-cache-dir poetry
COPY pyproject.toml poetry.lock ./
RUN poetry config virtualenvs.create false && poetry install --only main --no-root
COPY server.py ./
CMD ["poetry", "run", "python", "server.py"]
