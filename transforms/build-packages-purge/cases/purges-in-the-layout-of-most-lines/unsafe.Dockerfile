FROM alpine:3.20

RUN apk add --no-cache \
        gcc \
        libc-dev \
        python3-dev \
        py3-pip \
        && \
    pip install --break-system-packages ruamel.yaml.clib && \
    mkdir -p /srv/config && \
    apk del gcc libc-dev && \
    rm -rf /root/.cache

CMD ["python3", "/srv/convert.py"]
