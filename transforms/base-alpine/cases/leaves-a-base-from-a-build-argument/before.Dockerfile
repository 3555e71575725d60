ARG VERSION=3.12
FROM python:${VERSION}
CMD ["python"]
