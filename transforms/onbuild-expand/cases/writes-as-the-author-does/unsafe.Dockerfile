from ruby:2.2.3
run bundle config --global frozen 1
workdir /usr/src/app
copy Gemfile /usr/src/app/
copy Gemfile.lock /usr/src/app/
run bundle install
copy . /usr/src/app
cmd ["ruby", "web.rb"]
