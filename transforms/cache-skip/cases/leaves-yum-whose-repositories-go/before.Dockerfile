FROM centos:7
RUN yum-config-manager --disable '*' && yum --enablerepo=base -y install gcc
