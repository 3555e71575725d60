FROM python:3.12-slim-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends cmake gcc make && rm -rf /var/lib/apt/lists/*
COPY CMakeLists.txt tool.c /src/
RUN cmake /src && make install
CMD ["python", "-m", "http.server"]
