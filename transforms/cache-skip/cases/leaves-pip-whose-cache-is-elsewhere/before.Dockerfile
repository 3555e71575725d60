FROM python:3.12-slim
RUN export PIP_CACHE_DIR=/tmp/pip && pip install flask && rm -rf /tmp/pip
