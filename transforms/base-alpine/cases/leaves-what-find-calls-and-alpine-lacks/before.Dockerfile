FROM python:3.12
RUN find /usr/local -name "*.py" -exec dpkg-query -S {} +
CMD ["python"]
