FROM python:3.12-alpine
RUN apk add --no-cache bash
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN pip install --no-cache-dir httpx
COPY app.py /srv/
CMD ["python", "/srv/app.py"]
