FROM python:2.7

RUN curl -fsSLO https://example.com/virtualenv-1.11.6.tar.gz \
    && tar -xzf virtualenv-1.11.6.tar.gz \
    && python virtualenv-1.11.6/virtualenv.py /env
ENV PATH=/env/bin:$PATH
RUN pip install flask

CMD ["flask", "run"]
