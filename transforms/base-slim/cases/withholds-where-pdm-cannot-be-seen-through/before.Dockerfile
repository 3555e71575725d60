FROM python:3.12-bookworm
WORKDIR /srv
RUN pip install --no-cache-dir pdm
COPY pyproject.toml pdm.lock server.py ./
RUN pdm sync --no-self
CMD ["pdm", "run", "server.py"]
