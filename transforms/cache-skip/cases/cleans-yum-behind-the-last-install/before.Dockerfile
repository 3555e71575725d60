FROM centos:7
RUN yum clean all && \
    yum -y update && \
    yum -y install epel-release && \
    yum -y install nginx       && \
    mkdir /run/nginx
