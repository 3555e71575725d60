FROM ruby:3.3
WORKDIR /crawl
COPY . .
RUN bundle install
CMD ["ruby", "crawl.rb"]
