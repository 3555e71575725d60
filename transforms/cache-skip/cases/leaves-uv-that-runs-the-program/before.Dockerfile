FROM ghcr.io/astral-sh/uv:python3.12-bookworm
RUN uv sync --frozen
CMD ["uv", "run", "--offline", "app.py"]
