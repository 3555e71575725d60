FROM debian:bookworm
RUN apt-get update && apt-get install -y ruby-full build-essential && gem install bundler
ENV RAILS_ENV=production
WORKDIR /rails
COPY . .
RUN bundle install
CMD ["bundle", "exec", "puma"]
