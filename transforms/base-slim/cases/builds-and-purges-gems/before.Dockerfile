FROM ruby:3.3-bookworm
RUN gem install --no-document mysql2
CMD ["ruby", "-e", "require 'mysql2'"]
