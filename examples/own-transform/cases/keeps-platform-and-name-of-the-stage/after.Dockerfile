from --platform=linux/amd64 registry.example.com/base/python:3.13-slim as app
copy hello.py /
cmd ["python3", "-u", "/hello.py"]
