FROM python:3.12-bookworm

RUN curl -fsS -o /opt/model.bin https://example.com/model.bin

CMD ["python", "--version"]
