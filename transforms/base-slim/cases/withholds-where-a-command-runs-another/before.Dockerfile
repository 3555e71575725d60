FROM python:3.12-bookworm
RUN find /usr/share -name '*.txt' -exec /opt/lint {} +
RUN timeout 5 /opt/probe
CMD ["python", "--version"]
