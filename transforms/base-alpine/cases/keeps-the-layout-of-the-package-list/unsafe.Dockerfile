FROM alpine:3.22
RUN apk add --no-cache \
      # Talks to the registry
      ca-certificates \
      curl \
      # Reads its answers
      jq \
 && rm -rf /tmp/*
CMD ["jq", "--version"]
