FROM ruby:3.3-bookworm
WORKDIR /srv
COPY . .
RUN bundle install
CMD ["ruby", "app.rb"]
