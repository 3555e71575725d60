FROM ruby:2.2.5
RUN apt-get update && apt-get install -y git
