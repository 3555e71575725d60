FROM debian:bookworm
RUN mkdir -p /opt/site
RUN set -ex; tar -xf /tmp/site.tar -C /opt/site; ls /opt/site
RUN touch /opt/site/ready
RUN chmod -R a+rX /opt/site
