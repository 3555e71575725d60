FROM python:3.12-bookworm
COPY www /srv/www
WORKDIR /srv/www
CMD ["python", "-m", "http.server"]
