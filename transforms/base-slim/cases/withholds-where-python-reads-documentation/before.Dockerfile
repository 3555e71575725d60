FROM python:3.12-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
RUN cp -r /usr/share/doc/git/contrib /opt/contrib
CMD ["python", "-m", "http.server"]
