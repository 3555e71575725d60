FROM --platform=linux/amd64 docker.io/library/debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y git make
CMD ["make"]
