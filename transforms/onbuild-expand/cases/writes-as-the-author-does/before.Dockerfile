from ruby:2.2.3-onbuild
cmd ["ruby", "web.rb"]
