FROM almalinux:8.10-minimal
ENV JAVA_HOME=/usr/java/default
COPY --from=example.com/java:8 /usr/java /usr/java
RUN set -eux; \
    microdnf -y update; \
    microdnf install -y \
        freetype fontconfig \
    ; \
    rm -rf /var/cache/yum/*; \
    for bin in "$JAVA_HOME/bin/"*; do \
        alternatives --install "/usr/bin/$(basename "$bin")" "$(basename "$bin")" "$bin" 20000; \
    done
CMD ["jshell"]
