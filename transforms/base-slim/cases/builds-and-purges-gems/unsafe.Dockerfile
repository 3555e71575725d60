FROM ruby:3.3-slim-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends default-libmysqlclient-dev gcc libc6-dev libmariadb3 make \
    && gem install --no-document mysql2 \
    && apt-get purge -y --auto-remove default-libmysqlclient-dev gcc libc6-dev make \
    && rm -rf /var/lib/apt/lists/*
CMD ["ruby", "-e", "require 'mysql2'"]
