FROM python:3.12-slim
COPY --from=ghcr.io/astral-sh/uv:0.5 /uv /bin/uv
RUN uv sync --frozen --no-dev
RUN uv pip install --system gunicorn
CMD [".venv/bin/gunicorn", "app:app"]
