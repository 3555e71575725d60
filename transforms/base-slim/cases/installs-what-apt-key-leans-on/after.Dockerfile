FROM python:3.9-slim-bullseye
RUN apt-get update \
    && apt-get install -y --no-install-recommends gnupg wget \
    && rm -rf /var/lib/apt/lists/*
RUN wget -qO- https://example.com/archive.key | apt-key add - \
    && echo "deb https://example.com/debian bullseye main" > /etc/apt/sources.list.d/example.list \
    && apt-get update \
    && apt-get install -y --no-install-recommends example \
    && rm -rf /var/lib/apt/lists/*
CMD ["python", "--version"]
