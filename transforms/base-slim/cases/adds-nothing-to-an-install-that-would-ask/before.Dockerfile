FROM python:3.12-bookworm
RUN apt-get update && apt-get install apt-transport-https
RUN curl -fsSLo /etc/flake8 https://example.com/flake8
CMD ["python", "--version"]
