FROM almalinux:9-minimal AS base
RUN microdnf install -y --nodocs --setopt=install_weak_deps=0 \
        httpd \
        mod_ssl \
    && microdnf clean all

FROM base
RUN microdnf --enablerepo=crb -y install php-fpm && microdnf clean all
CMD ["httpd", "-DFOREGROUND"]
