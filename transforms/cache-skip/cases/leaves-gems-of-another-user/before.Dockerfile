FROM ruby:3.3
USER app
RUN gem install sass
