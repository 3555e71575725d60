FROM debian:bookworm
RUN apt-get update && apt-get install -y \
        bzip2 `# unpacks the words` \
        jq
