FROM ruby:3.3
ENV RAILS_ENV=production
WORKDIR /rails
COPY . .
RUN bundle install; rm -rf tmp
CMD ["bundle", "exec", "puma"]
