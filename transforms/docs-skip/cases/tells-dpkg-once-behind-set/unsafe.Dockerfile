FROM debian:12
# tools
RUN set -ex && \
    # of the archive
    apt-get update && \
    printf 'path-exclude=/usr/share/%s/*\n' doc info locale man > /etc/dpkg/dpkg.cfg.d/01-nodoc && \
    echo 'path-include=/usr/share/doc/*/copyright' >> /etc/dpkg/dpkg.cfg.d/01-nodoc && \
    apt-get install -y git
RUN apt-get update && apt-get install -y postgresql
