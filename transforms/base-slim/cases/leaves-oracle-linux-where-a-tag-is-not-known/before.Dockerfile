FROM oraclelinux:7.7
RUN yum -y install tar
CMD ["bash"]
