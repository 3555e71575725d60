FROM python:3.12
RUN pip install --no-cache-dir pipx && \
    PIP_NO_CACHE_DIR=1 pipx install black
