# syntax=docker/dockerfile:1
FROM python:3.12-slim-bookworm
RUN --mount=type=bind,target=/src python /src/seed.py
CMD ["python", "--version"]
