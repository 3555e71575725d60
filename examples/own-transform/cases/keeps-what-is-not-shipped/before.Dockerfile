FROM registry.example.com/base/python:3.12 AS docs
RUN python -m pydoc -w json

FROM scratch
COPY --from=docs /json.html /
