FROM ubuntu:22.04
RUN apt-get update && apt-get install -y software-properties-common
COPY site /srv/site
RUN add-apt-repository -y ppa:example/ppa
RUN rm -rf /var/lib/apt/lists/*
