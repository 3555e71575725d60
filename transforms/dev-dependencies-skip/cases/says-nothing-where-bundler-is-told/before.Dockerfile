FROM ruby:3.3
ENV RAILS_ENV=production BUNDLE_WITHOUT=development
WORKDIR /rails
COPY . .
RUN bundle install
CMD ["bundle", "exec", "puma"]
