FROM python:3.9-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends gcc libc6-dev libpcre2-8-0 libpcre2-dev libssl-dev libxml2 libxml2-dev zlib1g-dev \
    && pip install uwsgi -i https://example.com/simple \
    && apt-get purge -y --auto-remove gcc libc6-dev libpcre2-dev libssl-dev libxml2-dev zlib1g-dev \
    && rm -rf /var/lib/apt/lists/* /tmp/* /var/tmp/*
CMD ["uwsgi", "--version"]
