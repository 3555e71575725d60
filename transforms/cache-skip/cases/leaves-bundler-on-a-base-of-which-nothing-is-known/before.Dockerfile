FROM debian:bookworm
RUN bundle install
