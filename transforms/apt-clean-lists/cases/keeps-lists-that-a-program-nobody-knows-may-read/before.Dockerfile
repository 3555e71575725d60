FROM debian:bookworm
RUN apt-get update && apt-get install -y git make \
    && git clone https://example.com/site.git /site
ENV SITE=/site
RUN site-wrapper --verbose
