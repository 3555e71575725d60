FROM python:3.12-slim-bookworm
RUN python -c "import subprocess; subprocess.run(['git', '--version'])"
CMD ["python", "--version"]
