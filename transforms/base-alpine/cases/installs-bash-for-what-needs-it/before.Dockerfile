FROM python:3.12-slim
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN pip install --no-cache-dir httpx
COPY app.py /srv/
CMD ["python", "/srv/app.py"]
