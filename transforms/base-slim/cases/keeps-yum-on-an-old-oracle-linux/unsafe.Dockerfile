FROM oraclelinux:7-slim
RUN yum -q -y install java-1.8.0-openjdk && \
    yum clean all && \
    rm -rf /var/cache/yum
COPY app.jar /opt/
CMD ["java", "-jar", "/opt/app.jar"]
