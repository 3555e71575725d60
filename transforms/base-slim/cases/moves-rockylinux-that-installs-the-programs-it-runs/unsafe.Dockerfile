FROM rockylinux:9-minimal
RUN microdnf install -y gzip tar shadow-utils && microdnf clean all
RUN useradd -m app
ADD https://example.com/app.tar.gz /tmp/
RUN tar -xf /tmp/app.tar.gz -C /home/app && rm /tmp/app.tar.gz
USER app
CMD ["/home/app/run"]
