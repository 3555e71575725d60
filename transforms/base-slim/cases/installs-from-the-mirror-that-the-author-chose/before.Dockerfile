FROM python:3.12-bookworm
# A mirror that is near.
RUN sed -i 's/deb.debian.org/mirror.example.com/' /etc/apt/sources.list.d/debian.sources

WORKDIR /srv
RUN curl -fsS -o /opt/model.bin https://example.com/model.bin
CMD ["python", "--version"]
