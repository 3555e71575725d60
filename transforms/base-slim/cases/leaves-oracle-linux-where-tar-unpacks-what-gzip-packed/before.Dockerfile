FROM oraclelinux:9
RUN dnf install -y tar && \
    curl -o /tmp/jdk.tgz https://example.com/jdk.tgz && \
    tar --extract --file /tmp/jdk.tgz --directory /opt && \
    rm -rf /var/cache/dnf
CMD ["/opt/jdk/bin/java", "-version"]
