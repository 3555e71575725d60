FROM rockylinux:9
RUN yum install -y gcc make
COPY . /src
RUN cd /src && ./configure --disable-static && make install
CMD ["/usr/local/bin/tool"]
