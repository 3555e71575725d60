FROM --platform=linux/amd64 docker.io/library/ubuntu:22.04
RUN apt-get update \
 && apt-get install -y git make
CMD ["make"]
