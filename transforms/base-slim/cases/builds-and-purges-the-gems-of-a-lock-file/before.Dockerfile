FROM ruby:3.3-bookworm
WORKDIR /srv
COPY Gemfile Gemfile.lock ./
RUN bundle install --jobs 4
COPY app.rb ./
CMD ["ruby", "app.rb"]
