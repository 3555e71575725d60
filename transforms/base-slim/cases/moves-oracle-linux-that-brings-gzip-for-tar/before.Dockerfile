FROM oraclelinux:9
RUN dnf install -y gzip tar && \
    curl -o /tmp/jdk.tgz https://example.com/jdk.tgz && \
    tar -xf /tmp/jdk.tgz -C /opt && \
    dnf clean all
CMD ["cat", "/etc/os-release"]
