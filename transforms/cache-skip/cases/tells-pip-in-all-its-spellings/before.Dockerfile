FROM python:3.11
RUN python3 -m pip install --upgrade pip setuptools
RUN /opt/venv/bin/pip install -r requirements.txt && pip3 --disable-pip-version-check install uwsgi
RUN if [ -f extra.txt ]; then pip install -r extra.txt; fi
CMD ["uwsgi"]
