FROM docker.io/library/rockylinux:8.9
COPY setup.sh /opt/setup.sh
RUN dnf install -y --refresh --best nodejs \
    && sh /opt/setup.sh \
    && rm -rf /var/cache/dnf /var/cache/yum
CMD ["node", "/opt/app.js"]
