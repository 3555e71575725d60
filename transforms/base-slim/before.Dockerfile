FROM python:3.12-bookworm
# Checks the code that is mounted at /code.
RUN pip install --no-cache-dir flake8
RUN curl -fsSLo /etc/flake8 https://example.com/flake8
WORKDIR /code
ENTRYPOINT ["flake8", "--config", "/etc/flake8"]
