FROM debian:bookworm
RUN apt-get update && apt-get install -y curl \
    && apt-get clean \
    && rm -rf /var/lib/apt/lists/*
COPY app /srv/app
RUN rm -rf /srv/app/tests
