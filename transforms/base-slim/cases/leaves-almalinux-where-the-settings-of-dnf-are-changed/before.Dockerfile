FROM almalinux:9
RUN echo fastestmirror=1 >> /etc/dnf/dnf.conf && dnf install -y nginx && dnf clean all
CMD ["nginx"]
