FROM ruby:3.3-slim-bookworm
WORKDIR /srv
COPY Gemfile Gemfile.lock ./
RUN apt-get update \
    && apt-get install -y --no-install-recommends gcc libc6-dev libpq-dev libpq5 make \
    && bundle install --jobs 4 \
    && apt-get purge -y --auto-remove gcc libc6-dev libpq-dev make \
    && rm -rf /var/lib/apt/lists/*
COPY app.rb ./
CMD ["ruby", "app.rb"]
