FROM ubuntu:24.04
RUN echo "10.0.0.7 mirror" >> /etc/hosts
RUN curl -fsS http://mirror/list
RUN echo "nameserver 10.0.0.1" > /etc/resolv.conf && curl -fsS http://example.com/ > /dev/null
RUN curl --version
