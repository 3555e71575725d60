FROM ruby:2.7-slim
ENV RAILS_ENV=production BUNDLER_VERSION=1.17.3
WORKDIR /rails
COPY . .
RUN gem install bundler -v $BUNDLER_VERSION && \
    bundle install
CMD ["rails", "server"]
