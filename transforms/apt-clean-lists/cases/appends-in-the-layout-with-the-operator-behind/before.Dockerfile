FROM ubuntu:24.04
RUN apt-get update -qq && \
	apt-get install -qq -y curl
