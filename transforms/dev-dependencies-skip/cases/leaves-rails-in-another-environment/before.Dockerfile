FROM ruby:3.3
WORKDIR /rails
COPY . .
RUN bundle install
CMD ["rails", "server", "-b", "0.0.0.0"]
