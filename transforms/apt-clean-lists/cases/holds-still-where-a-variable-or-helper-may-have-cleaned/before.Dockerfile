FROM debian:bookworm
ARG JUNK="/var/lib/apt/lists/*"
RUN apt-get update && apt-get install -y curl && rm -rf $JUNK
RUN apt-get update && apt-get install -y jq && /usr/local/bin/apt-cleanup
