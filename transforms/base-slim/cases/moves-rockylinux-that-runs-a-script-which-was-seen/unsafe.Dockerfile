FROM docker.io/library/rockylinux:8.9-minimal
COPY setup.sh /opt/setup.sh
RUN microdnf install -y --refresh --best nodejs \
    && sh /opt/setup.sh \
    && rm -rf /var/cache/dnf /var/cache/yum
CMD ["node", "/opt/app.js"]
