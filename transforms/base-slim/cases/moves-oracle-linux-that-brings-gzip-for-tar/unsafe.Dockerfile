FROM oraclelinux:9-slim
RUN microdnf install -y gzip tar && \
    curl -o /tmp/jdk.tgz https://example.com/jdk.tgz && \
    tar -xf /tmp/jdk.tgz -C /opt && \
    microdnf clean all
CMD ["cat", "/etc/os-release"]
