FROM python:2.7

RUN pip install 'pip<6' && pip install wheel==0.24

WORKDIR /srv/ledger
COPY . .
RUN pip install .

CMD ["ledger"]
