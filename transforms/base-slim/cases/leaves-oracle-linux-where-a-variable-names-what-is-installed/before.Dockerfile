FROM oraclelinux:8
ENV PACKAGE_URL https://example.com/mysql-community-server.rpm
RUN rpmkeys --import https://example.com/RPM-GPG-KEY-mysql \
  && yum install -y $PACKAGE_URL \
  && yum install -y libpwquality \
  && rm -rf /var/cache/yum/*
CMD ["mysqld"]
