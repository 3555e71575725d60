require 'nokogiri'
require 'pry-byebug' if ENV['DEBUG']
