FROM ruby:3.3-slim
RUN gem install bundler -v 2.5.6
COPY Gemfile Gemfile.lock ./
RUN bundle install --jobs 4 \
    && rm -rf ~/.bundle/cache /usr/local/bundle/cache/*.gem
CMD ["bundle", "exec", "puma"]
