FROM python:3.12-slim-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends git \
    && git clone https://git.example.org/deployer.git /deployer \
    && pip install gitpython
CMD ["python", "/deployer/main.py"]
