FROM python:3.12 AS build
RUN pip install build && python -m build
FROM python:3.12-slim
COPY --from=build /dist /dist
RUN pip install --no-cache-dir /dist/*.whl
