FROM python:3.12-bookworm
WORKDIR /srv
RUN pip install --no-cache-dir uv
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-dev
CMD ["python", "-m", "http.server"]
