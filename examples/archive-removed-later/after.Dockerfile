FROM ubuntu:24.04

RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates curl \
 && rm -rf /var/lib/apt/lists/*

ARG HUGO_VERSION=0.139.0

# One static binary and two files that nobody reads
RUN curl -fsSL -o /tmp/hugo.tar.gz https://github.com/gohugoio/hugo/releases/download/v${HUGO_VERSION}/hugo_${HUGO_VERSION}_linux-amd64.tar.gz \
 && tar -xzf /tmp/hugo.tar.gz -C /usr/local/bin hugo \
 && rm /tmp/hugo.tar.gz

ENV HUGO_ENVIRONMENT=production
EXPOSE 1313

WORKDIR /site
ENTRYPOINT ["hugo"]
CMD ["server", "--bind", "0.0.0.0"]
