FROM ruby:3.3-slim
RUN bundle config set --local path vendor/bundle && bundle install
