FROM python:2.7

ARG PIP=9.0.3
RUN python -m pip install --no-cache-dir pip==$PIP
RUN pip install --no-cache-dir flask

CMD ["flask", "run"]
