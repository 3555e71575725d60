FROM registry.example.com/base/python:3.13
HEALTHCHECK CMD curl --fail http://localhost:8000/ || exit 1
CMD ["python", "-m", "http.server"]
