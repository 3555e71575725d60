FROM python:3.11
RUN python3 -m pip install --no-cache-dir --upgrade pip setuptools
RUN /opt/venv/bin/pip install --no-cache-dir -r requirements.txt && pip3 --disable-pip-version-check install --no-cache-dir uwsgi
RUN if [ -f extra.txt ]; then pip install --no-cache-dir -r extra.txt; fi
CMD ["uwsgi"]
