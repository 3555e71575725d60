# syntax=docker/dockerfile:1
FROM python:3.12-slim
USER app
RUN --mount=type=cache,target=/home/app/.cache pip install --user -r requirements.txt
