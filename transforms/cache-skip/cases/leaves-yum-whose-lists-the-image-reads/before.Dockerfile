FROM centos:7
RUN yum install -y createrepo httpd
CMD ["sh", "-c", "yum -C list available > /var/www/html/packages.txt; httpd -DFOREGROUND"]
