FROM debian:bookworm
RUN echo 'path-exclude /usr/share/man/*' > /etc/dpkg/dpkg.cfg.d/nodoc && apt-get update && apt-get install -y git
