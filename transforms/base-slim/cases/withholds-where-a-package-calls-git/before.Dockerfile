FROM python:3.12-bookworm
RUN pip install GitPython
CMD ["python", "--version"]
