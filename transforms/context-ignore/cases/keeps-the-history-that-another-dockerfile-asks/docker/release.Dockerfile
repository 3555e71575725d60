FROM python:3.12
COPY . /srv
RUN git -C /srv describe > /version
