FROM python:3.9
RUN pip install uwsgi -i https://example.com/simple \
    && rm -rf /var/lib/apt/lists/* /tmp/* /var/tmp/*
CMD ["uwsgi", "--version"]
