FROM ruby:3.3
ENV RAILS_ENV=production
WORKDIR /rails
COPY Gemfile* ./
RUN bundle install --jobs 4
COPY . .
EXPOSE 3000
CMD ["bundle", "exec", "puma", "-C", "config/puma.rb"]
