FROM almalinux:9 AS base
RUN dnf install -y --nodocs --setopt=install_weak_deps=0 \
        httpd \
        mod_ssl \
    && dnf clean all

FROM base
RUN /usr/bin/dnf --enablerepo=crb -y install php-fpm && dnf clean all
CMD ["httpd", "-DFOREGROUND"]
