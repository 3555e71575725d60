FROM ruby:2.5
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN gem install bundler -v 1.17.3 && bundle install --jobs 4
COPY . .
ENV RAILS_ENV production
CMD ["rails", "server", "-b", "0.0.0.0"]
