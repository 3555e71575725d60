# syntax=docker/dockerfile:1
FROM ruby:3.3
ENV RAILS_ENV=production
WORKDIR /rails
COPY . .
RUN --mount=type=cache,target=/usr/local/bundle bundle install
CMD ["bundle", "exec", "puma"]
