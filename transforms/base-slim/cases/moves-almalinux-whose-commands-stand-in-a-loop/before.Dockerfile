FROM almalinux:8.10
ENV JAVA_HOME=/usr/java/default
COPY --from=example.com/java:8 /usr/java /usr/java
RUN set -eux; \
    dnf -y update; \
    dnf install -y \
        freetype fontconfig \
    ; \
    rm -rf /var/cache/dnf/*; \
    for bin in "$JAVA_HOME/bin/"*; do \
        alternatives --install "/usr/bin/$(basename "$bin")" "$(basename "$bin")" "$bin" 20000; \
    done
CMD ["jshell"]
