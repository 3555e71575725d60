FROM python:3.12-slim-bookworm
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN pip install --no-cache-dir requests | tee /tmp/log
CMD ["python", "--version"]
