FROM python:3.12-bookworm
RUN curl -fsSL https://example.com/tool.tar.gz | tar -xz -C /opt && make -C /opt/tool install
CMD ["python", "--version"]
