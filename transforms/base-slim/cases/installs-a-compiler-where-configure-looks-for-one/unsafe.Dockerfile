FROM python:3.12-slim-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends unzip g++ make wget && rm -rf /var/lib/apt/lists/*
RUN wget -qO- https://example.com/tool.tar.gz | tar xz \
    && cd tool \
    && ./configure \
    && make install
CMD ["python", "-m", "http.server"]
