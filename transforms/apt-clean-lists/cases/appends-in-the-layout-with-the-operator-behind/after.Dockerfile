FROM ubuntu:24.04
RUN apt-get update -qq && \
	apt-get install -qq -y curl && \
	rm -rf /var/lib/apt/lists/*
