FROM debian:bookworm
RUN apt-get update && apt-get install --no-install-recommends -y \
        bzip2 `# unpacks the words` \
        jq
