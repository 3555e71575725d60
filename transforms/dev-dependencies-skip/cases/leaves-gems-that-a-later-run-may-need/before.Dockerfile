FROM ruby:3.3
ENV RAILS_ENV=production
WORKDIR /rails
COPY . .
RUN bundle install && bundle clean --force
RUN bundle exec rake assets:precompile
CMD ["bundle", "exec", "puma"]
