FROM debian:12
# tools
RUN set -ex && \
    # of the archive
    apt-get update && \
    apt-get install -y git
RUN apt-get update && apt-get install -y postgresql
