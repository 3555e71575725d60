FROM ruby:3.2-slim
RUN apt-get update && apt-get install -y build-essential
WORKDIR /app
COPY . .
RUN gem update --system --no-document \
 # The gems of the lock file.
 && bundle install \
 && rm -rf /usr/local/bundle/cache
ENV RACK_ENV production
CMD bundle exec rackup -p 8080
