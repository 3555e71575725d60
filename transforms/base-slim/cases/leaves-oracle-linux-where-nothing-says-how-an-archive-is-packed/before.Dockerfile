FROM oraclelinux:9
ARG archive
RUN dnf install -y tar && \
    tar -xf "$archive" -C /opt && \
    rm -rf /var/cache/dnf
CMD ["/opt/jdk/bin/java", "-version"]
