FROM debian:stretch
ADD get-python.sh /var/tmp/get-python.sh
RUN ["/bin/bash", "/var/tmp/get-python.sh", "2.7.12"]
CMD ["python"]
