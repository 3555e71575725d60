FROM registry.example.com/base/python:3.13 AS app
COPY hello.py /

FROM app
COPY --from=app /usr/bin/env /usr/local/bin/env
CMD ["python", "/hello.py"]
