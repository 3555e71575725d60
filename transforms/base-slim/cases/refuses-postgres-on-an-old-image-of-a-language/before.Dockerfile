FROM ruby:2.5.1
RUN apt-get update \
    && apt-get install -y --no-install-recommends postgresql-client \
    && rm -rf /var/lib/apt/lists/*
CMD ["ruby", "--version"]
