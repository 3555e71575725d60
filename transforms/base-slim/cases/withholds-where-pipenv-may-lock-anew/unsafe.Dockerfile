FROM python:3.12-slim-bookworm
WORKDIR /srv
RUN pip install --no-cache-dir pipenv
COPY Pipfile Pipfile.lock ./
RUN pipenv install --system
COPY server.py ./
CMD ["python", "server.py"]
