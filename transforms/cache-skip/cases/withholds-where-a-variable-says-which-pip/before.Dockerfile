FROM python:2.7

ARG PIP=9.0.3
RUN python -m pip install pip==$PIP
RUN pip install flask

CMD ["flask", "run"]
