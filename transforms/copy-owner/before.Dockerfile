FROM python:3.12-slim-bookworm
RUN groupadd --gid 1000 app && useradd --uid 1000 --gid app --create-home app
COPY . /srv/api
RUN chown -R app:app /srv/api
USER app
WORKDIR /srv/api
CMD ["python", "main.py"]
